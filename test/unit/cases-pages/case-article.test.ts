import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseContentInput,
  caseRecord,
  validCaseContent,
} from '../../../src/cases/domain/case-record.ts';
import { renderCaseArticle } from '../../../src/cases/pages/case-article.tsx';
import { LANGUAGES, type Language } from '../../../src/kernel/language.ts';
import type { Reference } from '../../../src/reference/index.ts';
import { testReference } from '../../support/reference.ts';
import { XSS_VECTORS } from '../markdown/xss-vectors.ts';
import { splitCase } from './split-case.ts';

let reference: Reference;
beforeAll(async () => {
  reference = await testReference();
});

function article(given: Partial<CaseContentInput> = {}, language: Language = 'ru', revision = 1): string {
  const content = validCaseContent.parse(splitCase(given));
  const record = caseRecord.parse({
    ...content,
    id: '01980000-0000-7000-8000-000000000001',
    url: `/ru/cases/${content.slug}`,
    status: 'published',
    revision,
    createdAt: '2026-11-23T10:00:00Z',
    updatedAt: '2026-11-23T10:00:00Z',
  });
  return renderCaseArticle(record, language, reference).replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** The words of the page without its tags. */
const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the article of a case', () => {
  it('answers at the top how it ended, where, who, when, how sure', () => {
    const [head = ''] = article().split('</header>');
    for (const text of [
      'Отложено',
      'Костанайская область',
      'Акимат города Костаная',
      'Не проверено ведомством',
      '8 января 2026 г.',
    ])
      expect(head).toContain(text);
  });

  it('says why it ended so, or that nobody says', () => {
    expect(words(article())).toContain('Почему так: Причина в источниках не названа.');
    expect(words(article({ outcomeReason: 'Нет денег' }))).toContain('Почему так: Нет денег');
  });

  it('counts as cost what is spent, contracted or budgeted, and nothing else', () => {
    const took = article().match(/<section class="took".*?<\/section>/s)?.[0] ?? '';
    expect(took).toContain('2,3 млрд ₸');
    expect(took).toContain('title="2 300 000 000 ₸"');
    expect(took).not.toContain('900');
    expect(words(article({ money: [] }))).toContain('Деньги в источниках не названы');
  });

  it('tells the time from demand to result where both are dated', () => {
    expect(words(article({ resolvedOn: '2026-02-15' }))).toContain('От обращения до результата 38 дней');
    expect(words(article())).toContain('От обращения до результата по источникам не определить');
  });

  it('says the gap before, in and after the drawing', () => {
    const text = words(article());
    expect(text).toContain('Нет договора: с 1 января по 14 февраля 2026 г., 45 дней');
    expect(text).toContain('нет договора: с 1 января по 14 февраля 2026 г., 45 дней');
    expect(article()).toMatch(/<tr class="steps__gap">/);
  });

  it('draws the timeline twice, each with a title and a description of its own, without style or script', () => {
    const html = article();
    expect(html.match(/<svg[^>]+role="img"/g)).toHaveLength(2);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, list = ''] of html.matchAll(/aria-labelledby="([^"]+)"/g))
      for (const id of list.split(' ')) expect(ids).toContain(id);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/i);
  });

  it('says that nothing is dated instead of drawing nothing', () => {
    const html = article({ timeline: [], contracts: [] });
    expect(words(html)).toContain('Сроки в источниках не названы');
    expect(html).not.toContain('role="img"');
  });

  it('marks conclusions as such, and says what is not known', () => {
    expect(words(article())).toContain('Один договор закрыл бы разрыв вывод составителя');
    expect(words(article())).toContain('Что не известно Почему конкурс не объявили осенью');
  });

  it('draws bars where before and after are numbers, to one scale', () => {
    const widths = [...article().matchAll(/class="bars__\w+"[^>]*width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths).toHaveLength(2);
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(120 / 860, 2);
  });

  it('keeps the order that a reader needs', () => {
    const text = words(article({ translations: withSections() }));
    const order = [
      'Что потребовалось',
      'Ход дела',
      'Проблема',
      'Что сделано',
      'Деньги',
      'Договоры',
      'Меры по пунктам',
      'Уроки',
      'На что обратить внимание',
      'Что не известно',
      'Источники',
    ];
    const body = text.slice(text.indexOf('Что потребовалось'));
    const places = order.map((heading) => body.lastIndexOf(heading));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('the language of an article', () => {
  it('shows the original with a plain note where a translation is missing', () => {
    const html = article({}, 'en');
    expect(words(html)).toContain(
      'This record does not exist in English. The original is shown, in Russian.',
    );
    expect(html).toMatch(/<h1 lang="ru">/);
    expect(html).toMatch(/<div class="prose" lang="ru">/);
  });

  it('shows the original body below a translated head', () => {
    const html = article({ translations: { ...withSections(), en: english } }, 'en');
    expect(html).toContain('<h1>A split tender</h1>');
    expect(words(html)).toContain(
      'The full text does not exist in English. The original is shown, in Russian.',
    );
    expect(words(html)).toContain('Machine translation from Russian, not checked by a person.');
    expect(html).toMatch(/<div class="prose" lang="ru">/);
  });

  it('marks the record’s own items as what they are in a whole translation', () => {
    const html = article(
      { translations: { ...withSections(), en: { ...english, sections: { problem: 'Snow.' } } } },
      'en',
    );
    expect(html).toMatch(/<div class="prose"><p>Snow/);
    expect(html).toMatch(/<span class="steps__note" lang="ru">/);
  });

  it('says that a translation is of an earlier revision', () => {
    const translations = { ...withSections(), en: { ...english, basedOnRevision: 1 } };
    expect(words(article({ translations }, 'en', 2))).toContain('made from an earlier revision');
    expect(words(article({ translations }, 'en', 1))).not.toContain('made from an earlier revision');
  });

  it.each(LANGUAGES)('leaves no place of a message unfilled in %s', (language) => {
    expect(words(article({}, language))).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
  });
});

describe('what others wrote', () => {
  it('stands as text, whatever it is', () => {
    for (const [index, vector] of XSS_VECTORS.entries()) {
      const text = `x${vector.replaceAll('\u0000', '')}`.slice(0, 190);
      const html = article({
        contracts: [{ subject: text, method: text, supplier: text }],
        timeline: [{ kind: 'decision', actual: '2025', note: text }],
        facts: [
          { text, kind: 'action' },
          { text, kind: 'complaint' },
        ],
        indicators: [{ name: text, unit: text.slice(0, 90), after: { text } }],
        money: [{ amount: 1, kind: 'spent', what: text, per: text, budgetLevel: text.slice(0, 90) }],
        legal: [{ act: text, article: text }],
        unknown: [text],
        outcomeReason: text,
      });
      const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
      for (const tag of tags) {
        const bare = tag.replaceAll(/"[^"]*"/g, '""');
        expect(bare, `vector ${index}`).not.toMatch(
          /<(script|img|iframe|object|embed|style|form|input|base|meta)\b|\son\w+=|javascript:/i,
        );
      }
    }
  });
});

const english = {
  title: 'A split tender',
  summary: 'Nobody cleared the snow for six weeks.',
  origin: 'machine',
} as const;

function withSections(): CaseContentInput['translations'] {
  return {
    ru: {
      title: 'Разделённый конкурс',
      summary: 'Полтора месяца снег никто не убирал.',
      origin: 'original',
      sections: { problem: 'Снег.', done: 'Конкурс.', watch: 'Сроки.' },
    },
  };
}
