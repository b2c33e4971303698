import type { CaseCard } from '../../cases/index.ts';
import type { SearchHit } from '../domain/search.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { matches } from '../ranking/matches.ts';
import type { KnownWords, PassageWords } from '../ranking/passage-words.ts';
import type { Ranked } from '../ranking/rank.ts';
import { type Reader, snippets } from '../ranking/snippets.ts';
import type { ValueOfWord } from '../ranking/word-values.ts';

/** A case of the page with everything that explains it. */
export interface HitParts {
  readonly ranked: Ranked;
  readonly card: CaseCard;
  readonly document: SearchDocument | undefined;
}

/** The hit as the API gives it: why it matched, the best passages, and on request the numbers. */
export function toHit(
  { ranked, card, document }: HitParts,
  {
    read,
    worthOf,
    reader,
    explain,
  }: {
    read: (document: SearchDocument, known: KnownWords) => readonly PassageWords[];
    worthOf: ValueOfWord;
    reader: Reader;
    explain: boolean;
  },
): SearchHit {
  const passages = document === undefined ? [] : read(document, ranked.candidate);
  const found = matches(passages, worthOf);
  return {
    case: card,
    score: rounded(ranked.score),
    matched: [
      ...found.map(({ term, field, kind }) => ({ term, field, kind })),
      ...(ranked.nearInMeaning ? [{ term: '', field: 'problem', kind: 'vector' as const }] : []),
    ],
    snippets: snippets(passages, worthOf, reader),
    ...(explain && {
      explanation: {
        lexical: rounded(ranked.lexical),
        proximity: rounded(ranked.proximity),
        vector: ranked.similarity === null ? null : rounded(ranked.similarity),
        prior: rounded(ranked.prior),
        terms: found.map(({ term, field, weight, value }) => ({
          term,
          field,
          weight: rounded(weight),
          score: rounded(value),
        })),
      },
    }),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
