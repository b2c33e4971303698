import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFolder } from '../../../../src/cases/adapters/files/case-folder.ts';
import { LANGUAGES } from '../../../../src/kernel/language.ts';
import { readByKnown } from '../../../../src/search/analysis/known-readings.ts';
import { latinReadings } from '../../../../src/search/analysis/latin-readings.ts';
import { analysisOf } from '../../../../src/search/application/analysis-of.ts';
import { testReference } from '../../../support/reference.ts';

const reference = await testReference();
const { analyse, lexicon } = analysisOf(reference, reference.glossary);

/** The terms of a query in a collection that has the words of `collection` and no others. */
function read(query: string, collection: string): string[] {
  const terms = new Set(analyse(collection).words.map(({ term }) => term));
  const knows = (term: string) => terms.has(term);
  return readByKnown(analyse(query), { analyse, knows, inLexicon: lexicon.knows }).words.map(
    ({ term }) => term,
  );
}
const termsOf = (text: string) => analyse(text).words.map(({ term }) => term);

describe('readings by known words', () => {
  it.each([
    ['xolodnaja voda', 'холодная вода'],
    ['4istka dorog no4yu', 'чистка дорог ночью'],
    ['6kola bez otopleniya', 'школа без отопления'],
    ['swet i shum', 'свет и шум'],
    ['zhiloj dom, podyezd', 'жилой дом, подъезд'],
    ['cena centr koncert', 'цена центр концерт'],
    ['exat electrichestvo', 'ехать электричество'],
    ['kucha musora', 'куча мусора'],
    ['aulany tazalaw, jol jondew', 'ауланы тазалау, жол жөндеу'],
    ['kogam su qubyry', 'қоғам су құбыры'],
    ['mysor ne yberut', 'мусор не уберут'],
  ])('reads %s as %s', (query, collection) => {
    const found = read(query, collection);
    for (const term of termsOf(collection)) expect(found).toContain(term);
  });

  it.each([
    ['тепло трасса', 'теплотрасса'],
    ['видео наблюдение', 'видеонаблюдение'],
    ['жилищно-коммунальный', 'жилищнокоммунальный'],
    ['жилищно коммунальный', 'жилищнокоммунальный'],
    ['су құбыры', 'суқұбыры'],
  ])('reads %s and %s as one', (apart, together) => {
    for (const term of termsOf(together)) expect(read(apart, together)).toContain(term);
    for (const term of termsOf(apart)) expect(read(together, apart)).toContain(term);
  });

  it('leaves known words, and words that no reading makes known, as they are', () => {
    expect(read('свет во дворе', 'свет двор')).toEqual(termsOf('свет во дворе'));
    expect(read('zupełnie nieznany język', 'снег во дворе')).toEqual(termsOf('zupełnie nieznany język'));
    expect(read('теплотрасса', 'тепло')).toEqual(termsOf('теплотрасса'));
  });

  it('does not throw and reads the same twice, whatever the text', () => {
    const text = fc.array(
      fc.constantFrom('снег', 'sneg', 'qar', "a'ke", 'xyz', 'тепло', 'трасса', '12', '4istka', '-', '\u0301'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          text.map((words) => words.join(' ')),
          fc.string({ unit: 'binary' }),
        ),
        (query) => {
          expect(read(query, 'снег теплотрасса чистка')).toEqual(read(query, 'снег теплотрасса чистка'));
        },
      ),
    );
  });
});

describe('readings of Latin letters', () => {
  it('are bounded, different from each other, and the likeliest comes first', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz') }), (word) => {
        const readings = latinReadings(word, 'ru');
        expect(readings.length).toBeLessThanOrEqual(24);
        expect(new Set(readings).size).toBe(readings.length);
      }),
    );
    expect(latinReadings('sneg', 'ru')[0]).toBe('снег');
    expect(latinReadings('jol', 'kk')[0]).toBe('жол');
  });
});

/** Titles and summaries of the shipped cases, each in its language. */
async function shippedHeads() {
  const files = await caseFolder(path.join(import.meta.dirname, '../../../../content/cases')).find();
  return files.flatMap((file) => {
    const parsed = file.parse();
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    return LANGUAGES.flatMap((language) => {
      const version = parsed.content.translations[language];
      return version === undefined
        ? []
        : [version.title, version.summary].map((text) => ({ language, text }));
    });
  });
}

it('what a document says is asked for by the same terms, though a query does not tell its language', async () => {
  const heads = await shippedHeads();
  const documents = heads.map(({ text, language }) => analyse(text, language).words.map(({ term }) => term));
  const terms = new Set(documents.flat());
  const knows = (term: string) => terms.has(term) || lexicon.knows(term);
  let compared = 0;
  const others = heads.flatMap(({ text }, i) => {
    const asked = new Set(
      readByKnown(analyse(text), { analyse, knows, inLexicon: lexicon.knows }).words.map(({ term }) => term),
    );
    const said = documents[i] ?? [];
    compared += said.length;
    return said.filter((term) => !asked.has(term)).map((term) => ({ term, text }));
  });
  expect(compared).toBeGreaterThan(10_000);
  // A word of two languages without a neighbour that tells them apart.
  expect(others.length, JSON.stringify(others)).toBeLessThan(compared / 1_000);
});
