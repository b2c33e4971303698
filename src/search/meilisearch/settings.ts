import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { FACETS } from '../../cases/index.ts';
import { LANGUAGES } from '../../kernel/language.ts';
import type { MeaningSpace } from '../application/meaning.ts';
import { INDEXED } from '../ranking/parameters.ts';

/** Raise it when what is put into a node's documents changes in another way than the settings below, or the reading of texts. */
const DOCUMENT_VERSION = 2;

/** Titles and tags by sound, once as they are typed and once where errors are forgiven: a search takes one of both. */
export const EXACT_TITLES = LANGUAGES.map((language) => `titles.${language}`);
export const NEAR_TITLES = LANGUAGES.map((language) => `near.${language}`);

/** Words of the texts, offered while a person types; see node-document.ts. */
export const WORDS = 'words';

/** The name of the vectors in a node's settings, documents and queries. */
export const MEANING = 'meaning';

/**
 * How an index of a node is set up, beside what depends on the embedder ({@link settingsFor}). A change in it is noticed
 * by whoever feeds the node: the index is built anew beside the live one and swapped in (rebuild-node.ts).
 */
export const INDEX_SETTINGS = {
  // Complaints are matched by the term index of the service, so titles alone are searched here. Best field first.
  searchableAttributes: [...EXACT_TITLES, ...NEAR_TITLES],
  // Narrow features: comparison and facet search cost indexing time for each attribute that has them.
  filterableAttributes: [
    {
      attributePatterns: ['id', 'kind', 'seasons', ...FACETS.filter((facet) => facet !== 'season')],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['money'],
      features: { facetSearch: false, filter: { equality: false, comparison: true } },
    },
    {
      attributePatterns: [WORDS],
      features: { facetSearch: true, filter: { equality: true, comparison: false } },
    },
  ],
  // `id` breaks ties, so that every node gives the same order.
  sortableAttributes: ['date', 'money', 'id'],
  // A listing has no words and is decided by `sort`; titles want all words (matchingStrategy), then few errors.
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'exactness'],
  // As in the embedded engine: one error from four letters on, two from eight (analysis/sound-index.ts).
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    disableOnAttributes: EXACT_TITLES,
    disableOnNumbers: true,
  },
  // Sounds are in no language; unpinned, Latin ones could be cut by the German segmenter.
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['rus'] }],
  // What is common in titles is decided by the analysis, and what means the same by the glossary.
  stopWords: [],
  synonyms: {},
  // Distances between words are the ranker's; by attribute indexing is much quicker.
  proximityPrecision: 'byAttribute',
  // There are over 200 districts and towns, and totals are exact beyond the default of 1,000.
  faceting: { maxValuesPerFacet: 500, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 1_000_000 },
  // A person waits; the answer of the term index is there in the meantime.
  searchCutoffMs: 500,
} satisfies Settings;

/** The settings of an index that holds vectors of that space, or none. */
export function settingsFor(space: MeaningSpace | null): Settings {
  if (space === null) return INDEX_SETTINGS;
  const { dimensions } = space;
  return { ...INDEX_SETTINGS, embedders: { [MEANING]: { source: 'userProvided', dimensions } } };
}

/**
 * Names the settings, the shape of the documents, what shapes their terms, and what their vectors are: another one wants
 * another index.
 */
export function fingerprintOf(space: MeaningSpace | null): string {
  return createHash('sha256')
    .update(JSON.stringify({ INDEX_SETTINGS, DOCUMENT_VERSION, INDEXED, ...(space && { space }) }))
    .digest('hex')
    .slice(0, 16);
}

/** Whether the settings and the vectors of an index may stay as they are. While nothing is known of the vectors (undefined) any of them will do. */
export function isSetUpFor(
  { fingerprint, space: had }: { readonly fingerprint: string; readonly space: MeaningSpace | null },
  space: MeaningSpace | null | undefined,
): boolean {
  return fingerprint === fingerprintOf(space === undefined ? had : space);
}
