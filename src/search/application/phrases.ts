import { LANGUAGES, type Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import { foldKazakhLetters, hasKazakhLetter } from '../analysis/kazakh-letters.ts';
import { isLatinWord } from '../analysis/latin.ts';
import { allowedErrors, SoundIndex } from '../analysis/sound-index.ts';
import { type SpokenWord, spokenWords } from '../analysis/spoken-words.ts';

/** What an expression is to its category: its name, a term that means the same, or what people say. */
export type PhraseKind = 'name' | 'synonym' | 'said' | 'term';

/** An expression of the taxonomy or the glossary. */
export interface Phrase {
  readonly text: string;
  readonly language: Language;
  readonly kind: PhraseKind;
  /** Null for the glossary. */
  readonly category: string | null;
}

/** A phrase that what was typed goes on to. */
export interface PhraseMatch {
  readonly phrase: Phrase;
  /** Whether the last word was typed whole. */
  readonly whole: boolean;
  /** Whether the phrase begins with the first word. */
  readonly first: boolean;
}

interface PhraseWord {
  readonly sound: string;
  readonly written: string;
  readonly isAbbreviation: boolean;
  readonly phrase: number;
  readonly first: boolean;
}

/** The languages that a word may be meant in where errors are forgiven; null where they are not. */
type Forgiven = ((language: Language | undefined) => boolean) | null;

/**
 * Finds the phrases that hold every typed word: the last as a beginning, the others by their stem too. With `forgivenIn`, a
 * word that none of its languages has may be mistyped.
 */
export function phraseFinder(reference: Reference, analyse: Analyse) {
  const phrases = phrasesOf(reference);
  const words = new SoundIndex<PhraseWord>();
  const byStem = new Map<string, PhraseWord[]>();
  for (const [phrase, { text }] of phrases.entries())
    for (const [i, { sound, stem, written }] of spokenWords(text, analyse).entries()) {
      const isAbbreviation = written.length > 1 && text.includes(written.toUpperCase());
      const word = { sound, written, isAbbreviation, phrase, first: i === 0 };
      words.add(word);
      byStem.set(stem, [...(byStem.get(stem) ?? []), word]);
    }
  const begunWith = (begun: string, forms: readonly PhraseWord[], forgivenIn: Forgiven) => {
    const exact = [...words.beginning(begun), ...forms];
    const errors = allowedErrors(begun);
    if (forgivenIn === null || errors === 0) return exact;
    const isWhatWasMeant = exact.some(({ phrase }) => forgivenIn(phrases[phrase]?.language));
    return isWhatWasMeant ? exact : words.near(begun, errors);
  };

  return (typed: readonly SpokenWord[], forgivenIn: Forgiven): PhraseMatch[] => {
    const last = typed.at(-1);
    if (last === undefined || (typed.length === 1 && last.sound.length < SHORTEST)) return [];
    const cyrillic = /^\p{Script=Cyrillic}/u.test(last.written);
    // A stem need not begin what its forms sound like: течёт, моют, люди.
    const before = typed.slice(0, -1).map((word) => {
      const { stem } = word;
      return begunWith(stem, byStem.get(stem) ?? [], forgivenIn).filter(mayBe(word));
    });
    const found = [...before, begunWith(last.sound, [], forgivenIn).filter(mayBe(last))].map(byPhrase);
    const [beginners] = found;
    const ends = found.at(-1);
    return [...(ends ?? [])]
      .filter(([phrase]) => found.every((one) => one.has(phrase)))
      .sort(([a], [b]) => a - b)
      .flatMap(([index, here]): PhraseMatch[] => {
        const phrase = phrases[index];
        if (phrase === undefined || (cyrillic && phrase.language === 'en')) return [];
        const whole = here.some(({ sound }) => sound === last.sound);
        return [{ phrase, whole, first: beginners?.get(index)?.some(({ first }) => first) ?? false }];
      });
  };
}

/** Who types Kazakh letters means them: қар is no beginning of кәріз. An abbreviation is typed as it is written. */
function mayBe({ written: typed }: SpokenWord) {
  const meant = hasKazakhLetter(typed);
  return ({ written, isAbbreviation }: PhraseWord): boolean => {
    if (isAbbreviation)
      return isLatinWord(typed) || foldKazakhLetters(written).startsWith(foldKazakhLetters(typed));
    const letters = Math.min(typed.length, written.length, ALIKE);
    return !meant || written.slice(0, letters) === typed.slice(0, letters);
  };
}

/** Letters from which on an ending may differ. */
const ALIKE = 3;

/** One letter alone begins too much. */
const SHORTEST = 2;

function byPhrase(words: readonly PhraseWord[]): Map<number, PhraseWord[]> {
  const found = new Map<number, PhraseWord[]>();
  for (const word of words) {
    const known = found.get(word.phrase);
    if (known === undefined) found.set(word.phrase, [word]);
    else known.push(word);
  }
  return found;
}

function phrasesOf(reference: Reference): Phrase[] {
  return LANGUAGES.flatMap((language): Phrase[] => [
    ...reference.categories.flatMap(({ code, name, synonyms, words }) => {
      const of = (kind: PhraseKind, texts: readonly string[]) =>
        texts.map((text): Phrase => ({ text, language, kind, category: code }));
      return [
        ...of('name', [name[language]]),
        ...of('synonym', synonyms[language]),
        ...of('said', words[language]),
      ];
    }),
    ...reference.glossary.flatMap((entry) =>
      entry[language].map((text): Phrase => ({ text, language, kind: 'term', category: null })),
    ),
  ]);
}
