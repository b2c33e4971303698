import type { CaseContentInput } from '../../src/cases/index.ts';

let made = 0;

/** A valid case of little content; every call has a slug of its own. Give what the test is about. */
export function caseInput(given: Partial<CaseContentInput> & { title?: string } = {}): CaseContentInput {
  made += 1;
  const { title = `Проверочный случай ${made}`, ...rest } = given;
  return {
    slug: `test-case-${made}-${process.pid}`,
    originalLanguage: 'ru',
    translations: {
      ru: {
        title,
        summary: 'Краткое изложение проверочного случая.',
        sections: { problem: 'Дворы не чистили от снега.', done: 'Заключили договор на три года.' },
        origin: 'original',
      },
    },
    region: 'KZ-39',
    category: 'snow-removal',
    outcome: 'resolved',
    sources: [
      { url: 'https://example.org/news/1', publisher: 'example.org', accessed: '2026-11-23', language: 'ru' },
    ],
    ...rest,
  };
}
