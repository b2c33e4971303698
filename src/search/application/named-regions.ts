import { LANGUAGES } from '../../kernel/language.ts';
import { namesOfRegion, PLACE_KINDS, type PlaceKind, type Region } from '../../reference/index.ts';
import type { Analyse, AnalysedWord } from '../analysis/analyse-text.ts';
import { isLatinWord } from '../analysis/latin.ts';
import { WHOLE_COUNTRY } from '../domain/search-document.ts';

/** A name as the terms that make it, without the word for what kind of place it is. */
interface PlaceName {
  readonly terms: readonly string[];
  readonly kind: PlaceKind | 'any';
  readonly region: string;
  /** WKO is the west, ВКО the east. */
  readonly isLatin: boolean;
}

/** What a text names. */
export interface NamedRegions {
  readonly codes: readonly string[];
  /** Indices of the words of the names. */
  readonly words: ReadonlySet<number>;
}

export interface RegionFinder {
  find(words: Words): NamedRegions;
  /** Whether a name has the term. */
  knows(term: string): boolean;
}

export const NO_REGIONS: NamedRegions = { codes: [], words: new Set() };

type Words = readonly Pick<AnalysedWord, 'term' | 'spelt' | 'role'>[];

/**
 * Finds the regions that a text names, by any of their names and those of their cities, in any form: «в Костанае»,
 * «лифты ВКО», «Алматы облысында». `Алматы` is the city, `Алматы обл.` the region (see {@link regionResolver}). Names of
 * streets and of people are none. Nobody names the whole country to say where.
 */
export function regionFinder(regions: readonly Region[], analyse: Analyse): RegionFinder {
  const kinds = kindTerms(analyse);
  const byFirstTerm = new Map<string, PlaceName[]>();
  for (const region of regions.filter(({ code }) => code !== WHOLE_COUNTRY))
    for (const name of placeNames(region, analyse, kinds)) {
      const [first = ''] = name.terms;
      byFirstTerm.set(first, [...(byFirstTerm.get(first) ?? []), name]);
    }
  for (const names of byFirstTerm.values()) names.sort((a, b) => b.terms.length - a.terms.length);

  const nameAt = (words: Words, at: number): PlaceName | undefined => {
    const here = (byFirstTerm.get(words[at]?.term ?? '') ?? []).filter(({ terms, isLatin }) =>
      terms.every((term, i) => words[at + i]?.term === term && mayName(words[at + i], isLatin)),
    );
    const longest = here.filter(({ terms }) => terms.length === here[0]?.terms.length);
    const beside = [at - 1, at + (here[0]?.terms.length ?? 1)].map((i) => kinds.get(words[i]?.term ?? ''));
    const kind = beside.find((found) => found !== undefined) ?? 'any';
    const wanted: readonly PlaceName['kind'][] = kind === 'any' ? ['any', 'city', 'region'] : [kind, 'any'];
    return wanted.flatMap((one) => longest.find((name) => name.kind === one) ?? [])[0];
  };
  const find = (words: Words): NamedRegions => {
    const codes = new Set<string>();
    const named = new Set<number>();
    for (let at = 0; at < words.length; at++) {
      const name = nameAt(words, at);
      if (name === undefined) continue;
      codes.add(name.region);
      for (let i = 0; i < name.terms.length; i++) named.add(at + i);
      at += name.terms.length - 1;
    }
    return { codes: [...codes], words: named };
  };
  const terms = new Set([...byFirstTerm.values()].flat().flatMap((name) => name.terms));
  return { find, knows: (term) => terms.has(term) };
}

/** The names of places that are one word. */
export function placeWords(regions: readonly Region[]): string[] {
  return regions.flatMap(namesOfRegion).filter((name) => ONE_WORD.test(name));
}

const ONE_WORD = /^\p{L}+$/u;

function mayName(word: Words[number] | undefined, isLatin: boolean): boolean {
  if (word === undefined || word.role === 'address' || word.role === 'name') return false;
  return isLatinWord(word.spelt) === isLatin;
}

/** What kind of place a term says. */
function kindTerms(analyse: Analyse): ReadonlyMap<string, PlaceKind> {
  const terms = new Map<string, PlaceKind>();
  for (const kind of ['region', 'city'] as const)
    for (const word of PLACE_KINDS[kind])
      for (const language of LANGUAGES)
        for (const { own } of analyse.words(word, language)) terms.set(own.term, kind);
  return terms;
}

/** The names of a region as each language reads them, each once. */
function placeNames(region: Region, analyse: Analyse, kinds: ReadonlyMap<string, PlaceKind>): PlaceName[] {
  const known = new Map<string, PlaceName>();
  for (const name of namesOfRegion(region).filter((text) => !CODE.test(text)))
    for (const language of LANGUAGES) {
      const read = analyse.words(name, language).map(({ own }) => own.term);
      const terms = read.filter((term) => !kinds.has(term));
      const isLatin = /^[\p{Script=Latin}\P{L}]+$/u.test(name);
      const kind = read.flatMap((term) => kinds.get(term) ?? [])[0] ?? 'any';
      if (terms.length > 0)
        known.set(`${kind} ${isLatin} ${terms.join(' ')}`, { terms, kind, region: region.code, isLatin });
    }
  return [...known.values()];
}

const CODE = /^KZ-/;
