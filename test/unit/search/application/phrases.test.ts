import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../../src/kernel/language.ts';
import { spokenWords } from '../../../../src/search/analysis/spoken-words.ts';
import { analysisOf } from '../../../../src/search/application/analysis-of.ts';
import { phraseFinder } from '../../../../src/search/application/phrases.ts';
import { titleFragments } from '../../../../src/search/application/title-fragments.ts';
import { testReference } from '../../../support/reference.ts';

const reference = await testReference();
const { analyse } = analysisOf(reference, reference.glossary);
const find = phraseFinder(reference, analyse);
const texts = (typed: string, forgivenIn: Language | null = null) =>
  find(spokenWords(typed, analyse), forgivenIn && ((language) => language === forgivenIn)).map(
    ({ phrase }) => phrase.text,
  );
/** Every expression of several words. */
const expressions = LANGUAGES.flatMap((language) =>
  [
    ...reference.categories.flatMap(({ name, synonyms, words }) => [
      name[language],
      ...synonyms[language],
      ...words[language],
    ]),
    ...reference.glossary.flatMap((entry) => entry[language]),
  ].flatMap((text) => (/\s/.test(text) ? [{ text, language }] : [])),
);

describe('phrases of the taxonomy and the glossary', () => {
  it.each([
    ['уборк сне', 'Уборка снега и наледи'],
    ['нет горячей в', 'нет горячей воды'],
    ['кар таз', 'Қар тазалау'],
    ['snow rem', 'Snow removal'],
  ])('go on from %s', (typed, text) => {
    expect(texts(typed)).toContain(text);
  });

  it('are found by all of their letters but the last, each of them in Kazakh and Russian', () => {
    const missed = expressions.filter(({ text }) => !texts(text.slice(0, -1)).includes(text));
    expect(missed.filter(({ language }) => language !== 'en')).toEqual([]);
    // Where a digraph is cut (fis, lunc) an English word sounds like another one until its last letter.
    expect(missed.length).toBeLessThan(expressions.length / 100);
  });

  it('are found with errors only where errors are forgiven', () => {
    expect(texts('бродячие сабаки')).toEqual([]);
    expect(texts('бродячие сабаки', 'ru')).toContain('бродячие собаки');
  });

  it('are found with errors where another language alone has the word', () => {
    expect(texts('сабак', 'kk').some((text) => text.includes('сабақ'))).toBe(true);
    expect(texts('сабак', 'kk').some((text) => text.includes('собак'))).toBe(false);
    expect(texts('сабак', 'ru').some((text) => text.includes('собак'))).toBe(true);
  });

  it('begin with the very letters where Kazakh ones are typed, and where they are abbreviations', () => {
    expect(texts('қар').some((text) => text.startsWith('Кәріз'))).toBe(false);
    expect(texts('кар').some((text) => text.startsWith('Кәріз'))).toBe(true);
    expect(texts('ак')).not.toContain('АӘК');
    expect(texts('аәк')).toContain('АӘК');
  });

  it('are none for one letter, for nothing, and in English for Cyrillic letters', () => {
    expect([texts('с'), texts('')]).toEqual([[], []]);
    expect(find(spokenWords('ит', analyse), null).map(({ phrase }) => phrase.language)).not.toContain('en');
  });
});

describe('the typed words in titles', () => {
  const fragments = (typed: string, ...titles: string[]) =>
    titleFragments(titles, spokenWords(typed, analyse), analyse);

  it('are shown as they are written there, the commonest first', () => {
    const titles = ['Орал: уборка снежных куч', 'На уборку снега нет машин', 'Кто платит за уборку снега'];
    expect(fragments('уборк сн', ...titles)).toEqual(['уборку снега', 'уборка снежных']);
  });

  it('are recognised by their stem where a form sounds otherwise', () => {
    expect(fragments('течёт тру', 'Где текут трубы')).toEqual(['текут трубы']);
  });

  it('must stand one after the other, but for words without matter', () => {
    expect(fragments('ямы дор', 'Ямы на дорогах')).toEqual(['Ямы на дорогах']);
    expect(fragments('уборка снега', 'Уборка улиц и вывоз снега')).toEqual([]);
  });
});
