import type { SearchHit, SearchInput } from '../domain/search.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import type { createEarnings } from '../ranking/earned.ts';
import type { FoundWords, KnownWords } from '../ranking/found-words.ts';
import { matches } from '../ranking/matches.ts';
import type { Ranked } from '../ranking/rank.ts';
import { type Reader, snippets } from '../ranking/snippets.ts';

/** A case of the page with everything that explains it. */
export interface HitParts {
  readonly ranked: Ranked;
  readonly document: SearchDocument | undefined;
}

/** A hit as the API gives it but for its card: why it matched, the best passages, and on request the numbers. */
export function quoted(
  { ranked, document }: HitParts,
  {
    find,
    reader,
    earned,
    explain,
  }: {
    find: (document: SearchDocument, known: KnownWords) => readonly FoundWords[];
    reader: Reader;
    /** What a word earned a document. */
    earned: ReturnType<typeof createEarnings>;
    explain: SearchInput['explain'];
  },
): Omit<SearchHit, 'case'> {
  const passages = document === undefined ? [] : find(document, ranked.candidate);
  const found = matches(passages);
  return {
    score: rounded(ranked.score),
    matched: [
      ...found.map(({ term, field, kind }) => ({ term, field, kind })),
      ...(ranked.nearInMeaning ? [{ term: '', field: 'problem', kind: 'vector' as const }] : []),
    ],
    snippets: snippets(passages, reader),
    ...(explain !== false && {
      explanation: {
        lexical: rounded(ranked.lexical),
        proximity: rounded(ranked.proximity),
        topic: rounded(ranked.topic),
        region: rounded(ranked.region),
        vector: ranked.similarity === null ? null : rounded(ranked.similarity),
        prior: rounded(ranked.prior),
        terms: (explain === 'briefly' ? [] : found).map(({ term, field, weight }) => ({
          term,
          field,
          weight: rounded(weight),
          score: rounded(earned(term, ranked.candidate.vector)),
        })),
      },
    }),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
