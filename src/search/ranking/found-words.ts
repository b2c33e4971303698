import type { Analyse } from '../analysis/analyse-text.ts';
import type { Passage, SearchDocument } from '../domain/search-document.ts';
import { type DocumentVector, GAP } from './document-vector.ts';
import { PlacesReader } from './word-places.ts';
import type { ValuedTerm, WordValues } from './word-values.ts';

/** A passage with those of its words that are the query's, in their order: where they stand, what each is worth. */
export interface FoundWords {
  readonly passage: Passage;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly values: readonly ValuedTerm[];
}

/** What is known of a document's words already; of its revision alone. */
export interface KnownWords {
  readonly revision: number;
  readonly vector: DocumentVector;
}

/**
 * Finds the words of a query in the passages of a document: by its vector, which was made by the same analysis, else by
 * analysing it, which takes a hundred times as long and is needed only while a document changes.
 */
export function wordFinder(analyse: Analyse) {
  return (document: SearchDocument, values: WordValues, known?: KnownWords): readonly FoundWords[] => {
    const { revision, passages } = document;
    const read = known?.revision === revision ? byVector(passages, known.vector, values) : undefined;
    const found = read ?? passages.map((passage) => byAnalysis(passage, analyse, values));
    return values.phrases.length === 0
      ? found
      : found.map((words) => withWholePhrases(words, values.phrases));
  };
}

/** Without words of translations whose other words the passage has not got. */
function withWholePhrases(found: FoundWords, phrases: WordValues['phrases']): FoundWords {
  if (!found.values.some(({ isPart }) => isPart === true)) return found;
  const terms = new Set(found.values.map(({ term }) => term));
  const whole = new Set(phrases.filter((phrase) => phrase.every((term) => terms.has(term))).flat());
  const kept = found.values.flatMap(({ isPart, term }, i) => (isPart !== true || whole.has(term) ? [i] : []));
  const at = <T>(list: readonly T[]) => kept.flatMap((i) => list[i] ?? []);
  return { ...found, starts: at(found.starts), ends: at(found.ends), values: at(found.values) };
}

/** Undefined where the vector is that of other passages. */
function byVector(
  passages: readonly Passage[],
  { sequence, places }: DocumentVector,
  values: WordValues,
): FoundWords[] | undefined {
  const place = new PlacesReader(places);
  const read: FoundWords[] = [];
  let at = 0;
  for (const passage of passages) {
    const found = { passage, starts: [] as number[], ends: [] as number[], values: [] as ValuedTerm[] };
    place.beginPassage();
    let id = sequence[at];
    for (; id !== undefined && id !== GAP; id = sequence[++at]) {
      place.next();
      const value = values.at(id);
      if (value === undefined) continue;
      found.starts.push(place.start);
      found.ends.push(place.end);
      found.values.push(value);
    }
    if (id !== GAP || place.end > passage.text.length) return undefined;
    at++;
    read.push(found);
  }
  return at === sequence.length ? read : undefined;
}

function byAnalysis(passage: Passage, analyse: Analyse, values: WordValues): FoundWords {
  const words = analyse.terms(passage.text, passage.language ?? undefined).flatMap((word) => {
    const value = word.role === 'stop' ? undefined : values.of(word.term);
    return value === undefined ? [] : [{ ...word, value }];
  });
  return {
    passage,
    starts: words.map(({ start }) => start),
    ends: words.map(({ end }) => end),
    values: words.map(({ value }) => value),
  };
}
