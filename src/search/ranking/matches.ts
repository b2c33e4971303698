import type { SearchHit } from '../domain/search.ts';
import type { FoundWords } from './found-words.ts';
import { INDEXED } from './parameters.ts';
import type { ValuedTerm } from './word-values.ts';

type Matched = SearchHit['matched'][number];

const MOST_MATCHES = 12;
/** What the very word earns more than a form of it. */
const EXACTLY = 1.01;

/** A query word found in a document, in the field where it weighs most. */
export interface Match extends Matched {
  readonly weight: number;
  readonly value: number;
}

/**
 * Which words of the query a document has, each once, the weightiest first. `kind` is exact where the very word
 * stands there, else how the term came into the query.
 */
export function matches(passages: readonly FoundWords[]): Match[] {
  const found = new Map<string, Match>();
  for (const { passage, values, starts, ends } of passages) {
    const fieldWeight = INDEXED.field[passage.field];
    for (const [i, value] of values.entries()) {
      const known = found.get(value.shown);
      const atBest = { kind: value.kind, value: value.value * fieldWeight * EXACTLY };
      // Most words stand there again and again, and nothing is read of those that can say no more.
      if (known !== undefined && !better(atBest, known)) continue;
      const written = passage.text.slice(starts[i], ends[i]).toLowerCase().replaceAll('ё', 'е');
      const kind = kindOf(value, written);
      const worth = value.value * fieldWeight * (kind === 'exact' ? EXACTLY : 1);
      if (known !== undefined && !better({ kind, value: worth }, known)) continue;
      found.set(value.shown, {
        term: value.shown,
        field: passage.field,
        kind,
        weight: value.weight,
        value: worth,
      });
    }
  }
  return [...found.values()]
    .filter((match) => !match.term.includes(' ') || !saidByWords(match, found))
    .sort((a, b) => b.value - a.value || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_MATCHES);
}

/** Whether every word of a phrase was found by itself. */
function saidByWords(match: Match, found: ReadonlyMap<string, Match>): boolean {
  return match.term.split(' ').every((word) => found.has(word));
}

/** The surer kind of match, else the one in the weightier field. The word itself and its forms are as sure. */
function better(a: Pick<Match, 'kind' | 'value'>, b: Pick<Match, 'kind' | 'value'>): boolean {
  const difference = SURENESS[b.kind] - SURENESS[a.kind];
  return difference < 0 || (difference === 0 && a.value > b.value);
}

const SURENESS: Readonly<Record<Matched['kind'], number>> = {
  exact: 4,
  stem: 4,
  typo: 3,
  synonym: 2,
  translation: 1,
  vector: 0,
};

function kindOf(value: ValuedTerm, written: string): Matched['kind'] {
  return value.kind === 'stem' && written === value.shown ? 'exact' : value.kind;
}
