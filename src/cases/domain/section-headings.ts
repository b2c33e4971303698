import type { Localized } from '../../kernel/language.ts';
import type { Section } from './vocabulary.ts';

/** How the sections of a write-up are headed in its file; the file format fixes the ids, these are for its readers. */
export const SECTION_HEADINGS: Localized<Readonly<Record<Section, string>>> = {
  ru: {
    problem: 'Проблема',
    done: 'Что сделано',
    result: 'Что получилось',
    cost: 'Сколько стоило',
    watch: 'На что обратить внимание',
  },
  kk: {
    problem: 'Мәселе',
    done: 'Не істелді',
    result: 'Нәтижесі',
    cost: 'Құны',
    watch: 'Неге назар аудару керек',
  },
  en: {
    problem: 'Problem',
    done: 'What was done',
    result: 'What came of it',
    cost: 'What it cost',
    watch: 'What to watch',
  },
};
