import type { ScoredTerm } from '../../../src/search/ranking/weighted-query.ts';

/** A search in the index of terms: words, whether all of them must be there, and how many hits are taken. */
export interface TermQuery {
  readonly words: readonly string[];
  readonly all: boolean;
  readonly hits: number;
}

/** How candidates for a complaint could be had from Meilisearch, of which only ten words of a query count. */
export const CANDIDATE_PLANS: Readonly<Record<string, (rarest: readonly string[]) => TermQuery[]>> = {
  'one query of the 10 rarest terms, 100 hits': (rarest) => [
    { words: rarest.slice(0, 10), all: false, hits: 100 },
  ],
  '12 single terms, 100 hits each': (rarest) => single(rarest, 12, 100),
  '20 single terms, 200 hits each': (rarest) => single(rarest, 20, 200),
  'all pairs of the 8 rarest terms, 30 hits each': (rarest) => pairs(rarest.slice(0, 8), 30),
  'the 10 rarest terms, each first once, 50 hits each': (rarest) => rotations(rarest.slice(0, 10), 50),
};

function single(rarest: readonly string[], terms: number, hits: number): TermQuery[] {
  return rarest.slice(0, terms).map((word) => ({ words: [word], all: true, hits }));
}

function pairs(words: readonly string[], hits: number): TermQuery[] {
  return words.flatMap((first, i) =>
    words.slice(i + 1).map((second) => ({ words: [first, second], all: true, hits })),
  );
}

/** Words are dropped from the end, so the first one always counts. */
function rotations(words: readonly string[], hits: number): TermQuery[] {
  return words.map((_, i) => ({ words: [...words.slice(i), ...words.slice(0, i)], all: false, hits }));
}

/** The terms of a query that tell most by their weight and rarity, first. */
export function rarestFirst(
  terms: readonly ScoredTerm[],
  informative: (term: string) => number,
): readonly string[] {
  return terms
    .map(({ term, weight }) => ({ term, value: weight * informative(term) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || (a.term < b.term ? -1 : 1))
    .map(({ term }) => term);
}
