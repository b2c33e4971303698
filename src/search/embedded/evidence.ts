import { topicScores } from '../ranking/attributes.ts';
import { areRelated } from '../ranking/related.ts';
import { beginsWithDigit, rootOf } from '../ranking/term-table.ts';
import type { ScoredTerm, WeightedQuery } from '../ranking/weighted-query.ts';
import type { Collection } from './collection.ts';
import { PlaceList } from './places.ts';
import type { Postings } from './postings.ts';
import { scratch } from './scratch.ts';

/** Of a translation in several words so large a part must be said. */
const SAID = 0.6;

/** 1 for a place that says something, set to 0 at the beginning of a search. */
const saidOf = scratch((length) => new Uint8Array(length));

/**
 * Of some places those whose cases say anything of a few words: one of them, a related one, what they mean in other words,
 * or that they are of their topic or region. What shares four letters with a word that is known (кладбище, кладут), or has
 * a common word of a long translation, is ranked among others and is no reason to show a case. A longer text has enough
 * words to judge by the score: all of them.
 */
export function sayingSomething(
  places: Uint32Array,
  query: WeightedQuery,
  collection: Collection,
): Uint32Array {
  const { terms, phrases = [], topics, regions = [], matter, parameters } = query;
  if (matter >= parameters.enoughMatter) return places;
  const { statistics, columns, held } = collection;
  const { category, region } = columns.facets;
  const said = saidOf(held.length).fill(0, 0, held.length);
  for (const term of terms) addWord(said, term, collection);
  for (const phrase of phrases) addPhrase(said, phrase, collection);
  const topicScore = topicScores({ topics, parameters }, statistics);
  const ofTopic = Uint8Array.from(category.meanings, ([value = '']) => (topicScore(value) > 0 ? 1 : 0));
  const ofRegion = region.among(new Set(regions));
  const saying = new PlaceList(places.length);
  for (const place of places)
    if (
      said[place] === 1 ||
      ofTopic[category.numbers[place] ?? 0] === 1 ||
      ofRegion[region.numbers[place] ?? 0] === 1
    )
      saying.add(place);
  return saying.all();
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
    if (postings !== undefined) addPlaces(said, postings);
  }
}

function addPlaces(said: Uint8Array, { documents, size }: Postings): void {
  for (let i = 0; i < size; i++) said[documents[i] ?? 0] = 1;
}

/** How many words of a phrase a place has, all 0 between two phrases. */
const countsOf = scratch((length) => new Uint8Array(length));

/** The places that say enough of the words of a phrase. */
function addPhrase(said: Uint8Array, phrase: readonly string[], collection: Collection): void {
  const { table } = collection.statistics;
  const enough = Math.max(2, Math.ceil(SAID * phrase.length));
  const words = [...new Set(phrase)].flatMap((term) => {
    const id = table.term(term);
    return (id === undefined ? undefined : collection.postings(id)) ?? [];
  });
  if (words.length < enough) return;
  const counts = countsOf(collection.held.length);
  for (const { documents, size } of words)
    for (let i = 0; i < size; i++) {
      const place = documents[i] ?? 0;
      const count = (counts[place] ?? 0) + 1;
      counts[place] = count;
      if (count === enough) said[place] = 1;
    }
  for (const { documents, size } of words) for (let i = 0; i < size; i++) counts[documents[i] ?? 0] = 0;
}

/** How much of the longer stem both must have where the document's is not the longer one. */
const ALIKE = 0.7;

/** Whether a document's stem is made of the query's (снегоуборочный of снег), or both are nearly the same. */
function isMadeOf(stem: string, of: string): boolean {
  return stem.startsWith(of) || (areRelated(stem, of) && stem.length >= ALIKE * of.length);
}
