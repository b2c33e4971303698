import type { Language } from '../../kernel/language.ts';
import type { AnalysedText } from '../analysis/analyse-text.ts';
import type { LexiconMatch } from '../analysis/lexicon.ts';
import { informativeness } from '../ranking/informativeness.ts';
import { knownShare } from '../ranking/known-share.ts';
import type { RankingParameters } from '../ranking/parameters.ts';
import type { CollectionStatistics } from '../ranking/statistics.ts';
import { beginsWithDigit } from '../ranking/term-table.ts';
import type { QueryTerm, WeightedQuery } from '../ranking/weighted-query.ts';
import type { Analysis } from './analysis-of.ts';
import { type HeardTopics, heardTopics } from './heard-topics.ts';
import { NO_REGIONS } from './named-regions.ts';
import { roleWeights } from './role-weights.ts';

/** What a text asks for: weighted terms, and the category that it is about as far as the taxonomy tells. */
export interface QueryPlan extends WeightedQuery, HeardTopics {
  readonly terms: readonly QueryTerm[];
}

/** The most terms of the text's own that are looked for; a longer text keeps the most informative ones. */
const MOST_TERMS = 300;
/**
 * Unknown words that are looked up with errors, and how many readings each may bring. A text whose words are mostly
 * unknown is in a language that the collection hardly has; guessing would only find words that look like its own.
 */
const GUESSED = { words: 24, readings: 3, letters: 4, twoErrorsFrom: 8, always: 2, share: 0.4 } as const;

/**
 * The whole text as weighted terms: its own words by their role, readings of unknown words, and what the taxonomy
 * and the glossary say for them in the same and in other languages.
 */
export function planQuery(
  { words }: AnalysedText,
  { lexicon, regions: regionFinder }: Pick<Analysis, 'lexicon' | 'regions'>,
  statistics: CollectionStatistics,
  parameters: RankingParameters,
): QueryPlan {
  const sequence = sequenceOf(words);
  const matter = new Set(sequence).size;
  // Few words that name a region say where; in a complaint it is where people live.
  const named = matter < parameters.enoughMatter ? regionFinder.find(words) : NO_REGIONS;
  const regions = named.codes.some((code) => tells(code, statistics)) ? named : NO_REGIONS;
  const weights = roleWeights({ words }, parameters);
  const own = ownWords(words, ({ role }, i) =>
    regions.words.has(i) ? weights[role] * parameters.region.name : weights[role],
  );
  const direct = mostInformative(own, statistics).map(([term, { weight, shown }]): QueryTerm => {
    const isStrange = !statistics.knows(term) && !lexicon.knows(term);
    return { term, weight, kind: 'stem', shown, alone: false, isStrange };
  });
  const read = readings(direct, statistics, parameters);
  const matches = lexicon.find(asRead(words, read));
  return {
    terms: unite([...direct, ...read, ...otherWords(matches, words, own, statistics, parameters)]),
    familiarity: knownShare(direct, statistics, new Set(read.map(({ shown }) => shown))),
    ...heardTopics(matches),
    sequence,
    matter,
    phrases: matches.flatMap(({ others }) =>
      others.map(({ terms }) => terms).filter(({ length }) => length > 1),
    ),
    regions: regions.codes,
    parameters: isForeign(direct, statistics, parameters)
      ? { ...parameters, level: { ...parameters.level, root: 0 } }
      : parameters,
  };
}

/** A word of the text: what it weighs, however often it stands there, and as it is written. */
interface OwnWord {
  weight: number;
  readonly shown: string;
}

type OwnWords = ReadonlyMap<string, OwnWord>;

function ownWords(
  words: AnalysedText['words'],
  weightOf: (word: AnalysedText['words'][number], i: number) => number,
): OwnWords {
  const own = new Map<string, OwnWord>();
  for (const [i, word] of words.entries()) {
    const weight = weightOf(word, i);
    if (weight === 0) continue;
    const known = own.get(word.term);
    if (known === undefined) own.set(word.term, { weight, shown: word.spelt });
    else known.weight += weight;
  }
  return own;
}

function mostInformative(own: OwnWords, statistics: CollectionStatistics): (readonly [string, OwnWord])[] {
  const all = [...own];
  if (all.length <= MOST_TERMS) return all;
  const value = (term: string, { weight }: OwnWord) =>
    weight * informativeness(statistics.frequencyOf(term), statistics.documents);
  return all.sort(([a, x], [b, y]) => value(b, y) - value(a, x) || (a < b ? -1 : 1)).slice(0, MOST_TERMS);
}

/** A region tells cases apart where it has some, but not most of them; else its name is a word like others. */
function tells(region: string, statistics: CollectionStatistics): boolean {
  const frequency = statistics.regionFrequency(region);
  return frequency > 0 && frequency <= statistics.documents / 2;
}

/** Whether a text is in a language that the collection hardly has. */
function isForeign(
  own: readonly QueryTerm[],
  statistics: CollectionStatistics,
  { foreign }: RankingParameters,
): boolean {
  return own.length >= foreign.words && knownShare(own, statistics) < foreign.known;
}

/** The words of a text in their order that are its matter; a text beyond the measure is looked at so far. */
function sequenceOf(words: AnalysedText['words']): string[] {
  return words
    .filter(({ role }) => role === 'content' || role === 'number')
    .slice(0, MOST_TERMS)
    .map(({ term }) => term);
}

/** Known words that an unknown one may have been meant to be. */
function readings(
  direct: readonly QueryTerm[],
  statistics: CollectionStatistics,
  { role, kind }: RankingParameters,
): QueryTerm[] {
  const unknown = direct.filter(
    ({ term, weight, isStrange }) =>
      weight >= role.content &&
      term.length >= GUESSED.letters &&
      !beginsWithDigit(term) &&
      isStrange === true,
  );
  if (unknown.length > Math.max(GUESSED.always, GUESSED.share * direct.length)) return [];
  return unknown.slice(0, GUESSED.words).flatMap(({ term, weight, shown }) => {
    const near = statistics.similar(term, term.length >= GUESSED.twoErrorsFrom ? 2 : 1);
    const least = near[0]?.errors;
    return near
      .filter(({ errors }) => errors === least)
      .slice(0, GUESSED.readings)
      .map(
        (reading, _, all): QueryTerm => ({
          term: reading.term,
          weight: (weight * kind.typo) / reading.errors / Math.sqrt(all.length),
          kind: 'typo',
          shown,
          alone: true,
        }),
      );
  });
}

/** The words with what a misspelt one was likeliest meant to be. */
function asRead(words: AnalysedText['words'], read: readonly QueryTerm[]): AnalysedText['words'] {
  if (read.length === 0) return words;
  const likeliest = new Map(read.toReversed().map(({ shown, term }) => [shown, term]));
  return words.map((word) => ({ ...word, term: likeliest.get(word.spelt) ?? word.term }));
}

/** An English word of so few sounds is a Kazakh or Russian one by chance: soot is heard as сот, a court. */
const CHANCE_SOUNDS = 3;

/** What the matched meanings say in other words; the more ways there are, the less each counts. */
function otherWords(
  matches: readonly LexiconMatch[],
  words: AnalysedText['words'],
  own: OwnWords,
  statistics: CollectionStatistics,
  parameters: RankingParameters,
): QueryTerm[] {
  return matches.flatMap((match) => {
    const shown = match.words.map((i) => words[i]?.spelt ?? '').join(' ');
    const weight = Math.max(...match.words.map((i) => own.get(words[i]?.term ?? '')?.weight ?? 0));
    return match.others.flatMap(({ language, terms }): QueryTerm[] => {
      const kind = language === match.language ? 'synonym' : 'translation';
      const ways = match.others.filter((other) => other.language === language).length;
      const each = (weight * parameters.kind[kind]) / Math.sqrt(ways * terms.length);
      return terms.flatMap((term) =>
        own.has(term) || !statistics.knows(term) || isByChance(term, language)
          ? []
          : [{ term, weight: each, kind, shown, alone: true, isPart: terms.length > 1 }],
      );
    });
  });
}

function isByChance(term: string, language: Language): boolean {
  return language === 'en' && term.length <= CHANCE_SOUNDS;
}

/** Each term once, by the way that it weighs most in. */
function unite(terms: readonly QueryTerm[]): QueryTerm[] {
  const united = new Map<string, QueryTerm>();
  for (const term of terms) {
    const known = united.get(term.term);
    const isPart = term.isPart === true && (known === undefined || known.isPart === true);
    const worthier = known === undefined || term.weight > known.weight ? term : known;
    united.set(term.term, { ...worthier, isPart });
  }
  return [...united.values()].filter(({ weight }) => weight > 0);
}
