import { topicScores } from '../ranking/attributes.ts';
import { areRelated } from '../ranking/related.ts';
import { beginsWithDigit, rootOf } from '../ranking/term-table.ts';
import type { ScoredTerm, WeightedQuery } from '../ranking/weighted-query.ts';
import type { Collection } from './collection.ts';

/** Of a translation in several words so large a part must be said. */
const SAID = 0.6;

/**
 * Whether the case at a place says anything of a few words: one of them, a related one, what they mean in other words, or
 * that it is of their topic or region. What shares four letters with a word that is known (кладбище, кладут), or has a
 * common word of a long translation, is ranked among others and is no reason to show a case. A longer text has enough
 * words to judge by the score; then it is undefined.
 */
export function saysSomething(
  query: WeightedQuery,
  collection: Collection,
): ((place: number) => boolean) | undefined {
  const { terms, phrases = [], topics, regions = [], matter, parameters } = query;
  if (matter >= parameters.enoughMatter) return undefined;
  const { statistics, columns } = collection;
  const { category, region } = columns.facets;
  const said = new Uint8Array(collection.held.length);
  for (const term of terms) addWord(said, term, collection);
  for (const phrase of phrases) addPhrase(said, phrase, collection);
  const topicScore = topicScores({ topics, parameters }, statistics);
  const ofTopic = category.meanings.map(([value = '']) => topicScore(value) > 0);
  const ofRegion = region.among(new Set(regions));
  return (place) =>
    said[place] === 1 ||
    ofTopic[category.numbers[place] ?? 0] === true ||
    ofRegion[region.numbers[place] ?? 0] === 1;
}

function addWord(
  said: Uint8Array,
  { term, alone, isPart, isStrange }: ScoredTerm,
  collection: Collection,
): void {
  if (isPart === true) return;
  const { table } = collection.statistics;
  const own = table.term(term);
  const related =
    alone || beginsWithDigit(term)
      ? []
      : (table.termsOfRoot[table.root(rootOf(term)) ?? -1] ?? []).filter(
          (id) => isStrange === true || isMadeOf(table.terms[id] ?? '', term),
        );
  for (const id of own === undefined ? related : [own, ...related]) {
    const postings = collection.postings(id);
    for (let i = 0; i < (postings?.size ?? 0); i++) said[postings?.documents[i] ?? 0] = 1;
  }
}

/** The places that say enough of the words of a phrase. */
function addPhrase(said: Uint8Array, phrase: readonly string[], collection: Collection): void {
  const { table } = collection.statistics;
  const words = new Set(phrase);
  const enough = Math.max(2, Math.ceil(SAID * phrase.length));
  if (words.size < enough) return;
  const counts = new Uint8Array(said.length);
  for (const term of words) {
    const id = table.term(term);
    const postings = id === undefined ? undefined : collection.postings(id);
    for (let i = 0; i < (postings?.size ?? 0); i++) {
      const place = postings?.documents[i] ?? 0;
      const count = (counts[place] ?? 0) + 1;
      counts[place] = count;
      if (count === enough) said[place] = 1;
    }
  }
}

/** How much of the longer stem both must have where the document's is not the longer one. */
const ALIKE = 0.7;

/** Whether a document's stem is made of the query's (снегоуборочный of снег), or both are nearly the same. */
function isMadeOf(stem: string, of: string): boolean {
  return stem.startsWith(of) || (areRelated(stem, of) && stem.length >= ALIKE * of.length);
}
