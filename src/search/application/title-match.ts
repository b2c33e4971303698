import { LANGUAGES, type Language, type Localized } from '../../kernel/language.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import { beginsWithin } from '../analysis/prefix-errors.ts';
import { allowedErrors } from '../analysis/sound-index.ts';
import { type SpokenWord, soundOf } from '../analysis/spoken-words.ts';
import type { Passage } from '../domain/search-document.ts';
import type { SuggestionPlan } from './engine.ts';

/** Titles and tags of a case in each language: the sound of each word and its stem with {@link STEM_MARK}, in turn. */
export type SpokenTitles = Localized<string>;

/** A case whose titles may match, as an engine found it. */
export interface TitledCase {
  readonly id: string;
  readonly titles: SpokenTitles;
}

/** Engines offer no more than so many cases, of which the best are chosen; they need not agree on the rest. */
export const MOST_TITLED = 100;

/** Between the sound of a word and its stem; stands in neither. */
export const STEM_MARK = 'ҩ';

export function spokenTitles(passages: readonly Passage[], analyse: Analyse): SpokenTitles {
  const said = (wanted: Language) =>
    passages
      .filter(
        ({ field, language }) => (field === 'title' || field === 'tags') && (language ?? wanted) === wanted,
      )
      .flatMap(({ text, language }) =>
        analyse
          .words(text, language ?? undefined)
          .map((word) => `${soundOf(word)} ${word.own.term}${STEM_MARK}`),
      )
      .join(' ');
  return { kk: said('kk'), ru: said('ru'), en: said('en') };
}

/**
 * The cases whose titles have every word, the best first and the same for every engine: those in the reader's language,
 * with fewer errors, with the very form, near the beginning, with short titles. Words before the last one match by
 * their stem, the last one goes on or is another form.
 */
export function bestTitles(found: readonly TitledCase[], plan: SuggestionPlan): string[] {
  const matches = found.flatMap(({ id, titles }) => {
    const each = LANGUAGES.flatMap((language) => {
      const match = matchOf(tokensOf(titles[language]), plan);
      return match === undefined ? [] : [[language === plan.language ? 0 : 1, ...match]];
    });
    const best = each.sort(inOrder)[0];
    return best === undefined ? [] : [{ id, rank: best }];
  });
  return matches
    .sort((a, b) => inOrder(a.rank, b.rank) || (a.id < b.id ? -1 : 1))
    .slice(0, plan.limit)
    .map(({ id }) => id);
}

interface TitleToken {
  readonly sound: string;
  readonly stem: string;
}

function tokensOf(title: string): TitleToken[] {
  const parts = title.split(' ');
  return parts.flatMap((part, i) =>
    part.endsWith(STEM_MARK) ? [{ sound: parts[i - 1] ?? '', stem: part.slice(0, -1) }] : [],
  );
}

/** Errors, other forms, place of the first match and number of words; undefined where a word is missing. */
function matchOf(tokens: readonly TitleToken[], { words, forgiving }: SuggestionPlan): number[] | undefined {
  let [errors, forms, first] = [0, 0, tokens.length];
  for (const [i, word] of words.entries()) {
    const match = bestToken(tokens, word, { last: i === words.length - 1, forgiving });
    if (match === undefined) return undefined;
    errors += match.errors;
    forms += match.form;
    first = Math.min(first, match.place);
  }
  return [errors, forms, first, tokens.length];
}

function bestToken(
  tokens: readonly TitleToken[],
  { sound, stem }: SpokenWord,
  { last, forgiving }: { last: boolean; forgiving: boolean },
): { errors: number; form: number; place: number } | undefined {
  const literal = tokens.findIndex((token) => (last ? token.sound.startsWith(sound) : token.sound === sound));
  if (literal >= 0) return { errors: 0, form: 0, place: literal };
  const form = tokens.findIndex((token) => token.stem === stem);
  if (form >= 0) return { errors: 0, form: 1, place: form };
  if (!forgiving) return undefined;
  for (let errors = 1; errors <= allowedErrors(sound); errors++) {
    const near = tokens.findIndex((token) => beginsWithin(sound, token.sound, errors));
    if (near >= 0) return { errors, form: 0, place: near };
  }
  return undefined;
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
