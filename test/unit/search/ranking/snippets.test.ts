import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { createVocabulary } from '../../../../src/search/embedded/vocabulary.ts';
import { documentVector } from '../../../../src/search/ranking/document-vector.ts';
import { wordFinder } from '../../../../src/search/ranking/found-words.ts';
import { matches } from '../../../../src/search/ranking/matches.ts';
import { snippets } from '../../../../src/search/ranking/snippets.ts';
import { CollectionStatistics } from '../../../../src/search/ranking/statistics.ts';
import { wordValues } from '../../../../src/search/ranking/word-values.ts';
import { searchDocument } from '../search-document.ts';

const analyse = createAnalysis();

function look(query: string, document: ReturnType<typeof searchDocument>) {
  const statistics = new CollectionStatistics(createVocabulary());
  statistics.add(documentVector(document, analyse, statistics.table), document.attributes);
  const terms = analyse(query).words.flatMap(({ term, spelt, role }) =>
    role === 'stop' ? [] : [{ term, weight: 1, alone: false, kind: 'stem' as const, shown: spelt }],
  );
  const found = wordFinder(analyse)(document, wordValues(terms, statistics));
  return { snippets: snippets(found, { language: 'ru', askedIn: 'ru' }), matched: matches(found) };
}

const LONG = 'Начало о другом. '.repeat(40);

describe('snippets', () => {
  it('quote the passage that matches best, the words marked', () => {
    const document = searchDocument({ problem: `${LONG}Во дворах не убирали снег и наледь.${LONG}` });
    const [first] = look('снег во дворе', document).snippets;
    expect(first?.section).toBe('problem');
    expect(first?.html).toContain('<mark>дворах</mark> не убирали <mark>снег</mark>');
    expect(first?.html.length).toBeLessThan(400);
    expect(first?.html).toMatch(/^…[\s\S]*…$/);
  });

  it('are chosen by what they hold, not by what was left behind', () => {
    const far = 'о другом '.repeat(60);
    const passed = `снеговой, снег ${far}`.repeat(6);
    const document = searchDocument({ problem: `${passed} снег и лёд у дома` });
    const { snippets: found } = look('снег лёд', document);
    expect(found[0]?.html).toContain('<mark>лёд</mark>');
  });

  it('begin and end with whole words, also the first and the last of a text', () => {
    const wide = 'о другом '.repeat(20);
    const problem = `Дарьинское ${wide}снег ${wide}белгісіз`;
    const { snippets: found } = look('снег', searchDocument({ problem }));
    const words = new Set(problem.split(' '));
    for (const word of (found[0]?.html ?? '').replaceAll(/<\/?mark>|…/g, '').split(' '))
      expect(words.has(word), word).toBe(true);
  });

  it.each([
    ['полиция', 'снежные полигоны', false],
    ['отключают', 'заявка отклонена', false],
    ['қараңғыда', 'Қарағанды облысы', false],
    ['снег', 'снегоуборочные машины', true],
    ['снег', 'в снегу', true],
    ['мусор', 'мусоропровод', true],
  ])('mark words that look related: %s, %s', (query, title, related) => {
    expect(look(query, searchDocument({ title, problem: title })).matched.length > 0).toBe(related);
  });

  it('are in the language of the reader, though another one says more', () => {
    const document = searchDocument({ problem: 'Двор и снег, снег и наледь' });
    const translated = {
      ...document,
      passages: [
        { field: 'problem' as const, language: 'kk' as const, text: 'снег двор наледь снег двор наледь' },
        { field: 'problem' as const, language: 'ru' as const, text: 'Жители жаловались, что лежит снег.' },
      ],
    };
    const [only, ...more] = look('снег двор наледь', translated).snippets;
    expect(more).toEqual([]);
    expect(only).toEqual({
      section: 'problem',
      language: 'ru',
      html: 'Жители жаловались, что лежит <mark>снег</mark>.',
    });
  });

  it('show the beginning of the section where a language that nobody asked in matches alone', () => {
    const passages = [
      { field: 'problem' as const, language: 'en' as const, text: 'Nobody clears снег.' },
      { field: 'problem' as const, language: 'ru' as const, text: `Двор не чистят. ${LONG}` },
    ];
    const [only] = look('снег', { ...searchDocument({ problem: '' }), passages }).snippets;
    expect(only?.language).toBe('ru');
    expect(only?.html).toMatch(/^Двор не чистят\. [^<]*…$/);
  });

  it('let nothing of the text be markup', () => {
    fc.assert(
      fc.property(
        fc
          .array(
            fc.constantFrom('<b>', '</mark>', '&', '"', "'", ' ', 'снег', '<script>', '\u202e', '😀', '>'),
            { maxLength: 80 },
          )
          .map((parts) => parts.join('')),
        (problem) => {
          for (const { html } of look('снег', searchDocument({ problem })).snippets)
            expect(html.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
        },
      ),
    );
  });

  it('have one space where the text has other white space, or more of it', () => {
    const spaced = (space: string) => `Во дворе${space}лежит снег,${space}его не${space}вывозят`;
    const plain = look('снег', searchDocument({ problem: spaced(' ') })).snippets[0]?.html;
    expect(plain).toBe('Во дворе лежит <mark>снег</mark>, его не вывозят');
    for (const space of ['  ', '\n', '\t', '\u00a0', ' \n ', '\u2009'])
      expect(look('снег', searchDocument({ problem: spaced(space) })).snippets[0]?.html).toBe(plain);
  });

  it('tell which words matched, and how', () => {
    const document = searchDocument({ title: 'Снег', problem: 'Дворы чистили от снега. Снеговые свалки.' });
    const { matched } = look('снег дворов', document);
    expect(matched).toContainEqual(expect.objectContaining({ term: 'снег', field: 'title', kind: 'exact' }));
    expect(matched).toContainEqual(
      expect.objectContaining({ term: 'дворов', field: 'problem', kind: 'stem' }),
    );
  });

  it('are not there where nothing matched', () => {
    expect(look('отопление', searchDocument({ problem: 'Снег' }))).toEqual({ snippets: [], matched: [] });
  });
});
