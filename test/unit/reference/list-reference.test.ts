import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/kernel/language.ts';
import { loadReference } from '../../../src/reference/adapters/load-reference.ts';
import {
  categoryList,
  channelList,
  createReferenceVerbs,
  institutionList,
  regionList,
} from '../../../src/reference/index.ts';
import { testContext } from '../../support/context.ts';

const reference = await loadReference(path.resolve(import.meta.dirname, '../../../content/taxonomy'));
const verbs = createReferenceVerbs(reference);

describe('the reference lists', () => {
  test.each(LANGUAGES)('keep their shapes and speak %s', (language) => {
    const ctx = testContext({ language });
    const regions = regionList.parse(verbs.listRegions({ ctx }));
    const categories = categoryList.parse(verbs.listCategories({ ctx }));
    const institutions = institutionList.parse(verbs.listInstitutions({ ctx }));
    const channels = channelList.parse(verbs.listChannels({ ctx }));
    for (const { items } of [regions, categories, institutions, channels])
      for (const { name, names } of items) expect(name).toBe(names[language]);
    expect(institutions.items).toHaveLength(reference.institutions.length);
  });

  test('regions begin with the country and go on by the alphabet of the language', () => {
    const shorts = verbs
      .listRegions({ ctx: testContext({ language: 'kk' }) })
      .items.map(({ short }) => short);
    expect(shorts[0]).toBe('Қазақстан');
    // The database's own order would put Ұ and Қ after Я.
    expect(shorts.indexOf('Қарағанды')).toBeLessThan(shorts.indexOf('Маңғыстау'));
    expect(shorts.indexOf('Ұлытау')).toBeLessThan(shorts.indexOf('Шымкент'));
  });

  test('categories stand after their parents', () => {
    const { items } = verbs.listCategories({ ctx: testContext() });
    expect(items).toHaveLength(reference.categories.length);
    for (const [i, { parent }] of items.entries())
      if (parent !== null) expect(items.slice(0, i).map(({ code }) => code)).toContain(parent);
  });
});

describe('the category tree', () => {
  test('gives a category with all below it', () => {
    expect(reference.descendants('roads-transport')).toContain('parking');
    expect(reference.descendants('parking')).toEqual(['parking']);
    expect(reference.descendants('nowhere')).toEqual([]);
    expect(reference.isLeaf('parking')).toBe(true);
    expect(reference.isLeaf('roads-transport')).toBe(false);
    expect(reference.isLeaf('nowhere')).toBe(false);
  });
});
