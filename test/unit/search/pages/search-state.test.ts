import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONFIDENCES, OUTCOMES } from '../../../../src/cases/index.ts';
import { placeWithQuery } from '../../../../src/platform/html/place.ts';
import { TEXT_LIMIT } from '../../../../src/search/domain/search.ts';
import { SORTS, searchInput } from '../../../../src/search/index.ts';
import {
  fieldsOf,
  queryOf,
  readState,
  type SearchState,
  searchInputOf,
} from '../../../../src/search/pages/search-state.ts';
import { testReference } from '../../../support/reference.ts';

const reference = await testReference();
const several = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const state = (mode: SearchState['mode']): fc.Arbitrary<SearchState> =>
  fc.record({
    mode: fc.constant(mode),
    text: fc.string({ maxLength: 150 }).filter((text) => text.isWellFormed()),
    facets: fc.record({
      region: several(reference.regions.map(({ code }) => code)),
      category: several(reference.categories.map(({ code }) => code)),
      outcome: several(OUTCOMES),
      year: several(['2023', '2024', '2025']),
      season: several(reference.seasons.map(({ code }) => code)),
      confidence: several(CONFIDENCES),
    }),
    myRegion: fc.constantFrom(null, 'KZ-39', 'KZ-71'),
    othersOnly: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
    page: fc.integer({ min: 1, max: 91 }),
    dropped: fc.constant(false),
  });

describe('what a reader asked for', () => {
  test('comes back whole from the fields of a form', () => {
    fc.assert(
      fc.property(state('complaint'), (asked) => {
        const read = readState('complaint', new URLSearchParams(fieldsOf(asked)), reference, 'KZ-11');
        expect(read).toEqual(asked);
      }),
    );
  });

  test('comes back whole from an address, but for the region, which a cookie remembers', () => {
    fc.assert(
      fc.property(state('link'), (asked) => {
        const { search } = new URL(placeWithQuery('/search', queryOf(asked)), 'http://here');
        expect(readState('link', new URLSearchParams(search), reference, asked.myRegion)).toEqual(asked);
      }),
    );
  });

  test('a complaint never stands in an address', () => {
    fc.assert(
      fc.property(state('complaint'), (asked) => {
        expect(Object.keys(queryOf(asked, 'heating'))).toContain('q');
        expect(queryOf(asked, 'heating').q).toBeNull();
      }),
    );
  });

  test('whatever is sent, the search is asked something that it takes', () => {
    const anything = fc.array(
      fc.tuple(
        fc.constantFrom(
          'q',
          'text',
          'go',
          'my',
          'sort',
          'page',
          'region',
          'outcome',
          'year',
          'topic',
          'category',
          'confidence',
        ),
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            'drop:region:KZ-39',
            'page:1e9',
            'sort:money',
            'topic',
            'clear',
            'others',
            'KZ-KUS',
            '2025',
            '-1',
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('link' as const, 'complaint' as const), (pairs, mode) => {
        const asked = readState(mode, new URLSearchParams(pairs), reference, null);
        const { text, ...input } = searchInputOf(asked);
        expect(
          searchInput.safeParse({ ...input, text: text.slice(0, 10).replaceAll('\0', '') }).error,
        ).toBeUndefined();
      }),
    );
  });

  test('words of a link are cut between letters', () => {
    const words = `${'а'.repeat(TEXT_LIMIT.query - 1)}😀😀`;
    const { text } = readState('link', new URLSearchParams({ q: words }), reference, null);
    expect(text).toBe('а'.repeat(TEXT_LIMIT.query - 1));
  });

  test('unknown values are left out and said to be; older codes of regions are understood', () => {
    const read = readState(
      'link',
      new URLSearchParams('region=KZ-KUS&region=nowhere&outcome=won'),
      reference,
      null,
    );
    expect(read.facets.region).toEqual(['KZ-39']);
    expect(read.facets.outcome).toEqual([]);
    expect(read.dropped).toBe(true);
  });

  test.each([
    ['page:3', { page: 3 }],
    ['sort:newest', { sort: 'newest', page: 1 }],
    ['drop:region:KZ-39', { facets: expect.objectContaining({ region: ['KZ-71'] }), page: 1 }],
    ['others', { othersOnly: false, page: 1 }],
    ['topic', { facets: expect.objectContaining({ category: ['heating'] }), page: 1 }],
  ])('the button %s changes it', (go, change) => {
    const sent = 'text=снег&region=KZ-39&region=KZ-71&my=KZ-11&others=1&page=2&topic=heating';
    const before = readState('complaint', new URLSearchParams(sent), reference, null);
    const after = readState('complaint', new URLSearchParams(`${sent}&go=${go}`), reference, null);
    expect(after).toEqual({ ...before, ...change });
  });

  test('a topic that does not exist is no condition', () => {
    const read = readState(
      'complaint',
      new URLSearchParams('text=a&go=topic&topic=nothing'),
      reference,
      null,
    );
    expect(read.facets.category).toEqual([]);
  });
});
