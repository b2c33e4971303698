import { scratch } from '../../kernel/scratch.ts';
import { topicScores } from '../ranking/attributes.ts';
import { areRelated } from '../ranking/related.ts';
import { beginsWithDigit, type TermTable } from '../ranking/term-table.ts';
import type { ScoredTerm, WeightedQuery } from '../ranking/weighted-query.ts';
import type { Collection } from './collection.ts';
import { PlaceSet } from './place-set.ts';

/** Of a translation in several words so large a part must be said. */
const SAID = 0.6;

/**
 * The cases that say anything of a few words: one of them, a related one, what they mean in other words, or that they are
 * of their topic or region. What shares four letters with a word that is known (кладбище, кладут), or has a common word of
 * a long translation, is ranked among others and is no reason to show a case. A longer text has enough words to judge by
 * the score: undefined for all.
 */
export function sayersOf(query: WeightedQuery, collection: Collection): PlaceSet | undefined {
  const { terms, phrases = [], topics, regions = [], matter, parameters } = query;
  if (matter >= parameters.enoughMatter) return undefined;
  const sayers = new PlaceSet(collection.held.length);
  sayWords(sayers, terms, collection);
  for (const phrase of phrases) sayers.add(sayingPhrase(phrase, collection));
  const { category, region } = collection.columns.facets;
  const topicScore = topicScores({ topics, parameters }, collection.statistics);
  for (const [number, [value = '']] of category.meanings.entries())
    if (topicScore(value) > 0) sayers.add(category.places(number));
  for (const [number, [value = '']] of region.meanings.entries())
    if (regions.includes(value)) sayers.add(region.places(number));
  return sayers;
}

/** Adds the places that have one of the words, or a related one. */
function sayWords(sayers: PlaceSet, terms: readonly ScoredTerm[], collection: Collection): void {
  const ids = new Set(terms.flatMap((term) => sameWord(term, collection.statistics.table)));
  for (const id of ids) {
    const postings = collection.postings(id);
    if (postings === undefined) continue;
    const places = postings.documents.subarray(0, postings.size);
    // A common word has a set, which is shorter than its list.
    if (places.length > sayers.size) sayers.unite(placesSaying(id, places, collection));
    else sayers.add(places);
  }
}

function placesSaying(id: number, places: Uint32Array, { kept, held }: Collection): PlaceSet {
  return kept.saying.of(id, () => {
    const saying = new PlaceSet(held.length);
    saying.add(places);
    return saying;
  });
}

/** The terms of documents that are a word, or related to it. */
function sameWord({ term, alone, isPart, isStrange }: ScoredTerm, table: TermTable): readonly number[] {
  if (isPart === true) return [];
  const own = table.term(term);
  const related =
    alone || beginsWithDigit(term)
      ? []
      : (table.termsOfRoot[table.rootNumberOf(term) ?? -1] ?? []).filter(
          (id) => isStrange === true || isMadeOf(table.terms[id] ?? '', term),
        );
  return own === undefined ? related : [own, ...related];
}

/** The places that say enough of the words of a phrase; phrases are those of the taxonomy, and asked for again and again. */
function sayingPhrase(phrase: readonly string[], collection: Collection): Uint32Array {
  return collection.kept.sayingPhrase.of(phrase.join(' '), () => sayingEnough(phrase, collection));
}

/** How many words of a phrase a place has, all 0 between two phrases. */
const countsOf = scratch((length) => new Uint8Array(length));

function sayingEnough(phrase: readonly string[], collection: Collection): Uint32Array {
  const { table } = collection.statistics;
  const enough = Math.max(2, Math.ceil(SAID * phrase.length));
  const words = [...new Set(phrase)].flatMap((term) => {
    const id = table.term(term);
    return (id === undefined ? undefined : collection.postings(id)) ?? [];
  });
  if (words.length < enough) return new Uint32Array();
  const counts = countsOf(collection.held.length);
  const places: number[] = [];
  for (const { documents, size } of words)
    for (let i = 0; i < size; i++) {
      const place = documents[i] ?? 0;
      const count = (counts[place] ?? 0) + 1;
      counts[place] = count;
      if (count === enough) places.push(place);
    }
  for (const { documents, size } of words) for (let i = 0; i < size; i++) counts[documents[i] ?? 0] = 0;
  return new Uint32Array(places);
}

/** How much of the longer stem both must have where the document's is not the longer one. */
const ALIKE = 0.7;

/** Whether a document's stem is made of the query's (снегоуборочный of снег), or both are nearly the same. */
function isMadeOf(stem: string, of: string): boolean {
  return stem.startsWith(of) || (areRelated(stem, of) && stem.length >= ALIKE * of.length);
}
