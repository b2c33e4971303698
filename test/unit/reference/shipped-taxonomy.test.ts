import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/kernel/language.ts';
import { loadReference } from '../../../src/reference/adapters/load-reference.ts';

const reference = await loadReference(path.resolve(import.meta.dirname, '../../../content/taxonomy'));
const leaves = reference.categories.filter(({ code }) => reference.isLeaf(code));

/** The categories of the gathered facts. */
const OF_THE_FACTS =
  'heating flood waste public-transport snow-removal street-lighting road-repair stray-animals sewage livestock-pasture water-supply healthcare air-quality yards utility-tariffs digital-complaints school-meals lifts education prices preschool participatory-budget parks-green land-queue construction-land-use water-agriculture social-protection parking environment employment-protest border-traffic tourism taxes-fees inclusive-access housing-queue energy-referendum';

/** The closed lists of the public contract. */
const CHANNELS =
  'e-otinish ikomek-109 instagram facebook tiktok telegram whatsapp social-unspecified media meeting petition protest court inspection unknown';
const SEASONS = 'winter heating flood summer all-year';

describe('the shipped taxonomy', () => {
  test('has the 20 regions and the whole country, each with a square of its own on the map', () => {
    expect(reference.regions).toHaveLength(21);
    const squares = reference.regions.flatMap(({ tile }) => (tile ? [`${tile.column},${tile.row}`] : []));
    expect(new Set(squares).size).toBe(20);
    for (const { short } of reference.regions)
      for (const name of Object.values(short)) expect(name.length).toBeLessThanOrEqual(12);
  });

  test('has the categories of the facts as leaves, and the closed lists', () => {
    const codes = leaves.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(OF_THE_FACTS.split(' ')));
    expect(reference.channels.map(({ code }) => code)).toEqual(CHANNELS.split(' '));
    expect(reference.seasons.map(({ code }) => code)).toEqual(SEASONS.split(' '));
  });

  test('says for every leaf, in every language, what people write', () => {
    for (const { code, words, synonyms } of leaves)
      for (const language of LANGUAGES) {
        expect(words[language].length, `${code}, words, ${language}`).toBeGreaterThanOrEqual(8);
        expect(synonyms[language].length, `${code}, synonyms, ${language}`).toBeGreaterThan(0);
      }
  });

  test('has a glossary of at least 300 notions, where a term means one of them', () => {
    expect(reference.glossary.length).toBeGreaterThanOrEqual(300);
    for (const language of LANGUAGES) {
      const terms = reference.glossary.flatMap((entry) => entry[language]).map((term) => term.toLowerCase());
      expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([]);
    }
  });
});
