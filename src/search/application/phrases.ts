import { LANGUAGES, type Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
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
  readonly phrase: number;
  readonly first: boolean;
}

/**
 * Finds the phrases that hold every typed word: the last as a beginning, the others by their stem too; `forgiving` allows
 * for errors.
 */
export function phraseFinder(reference: Reference, analyse: Analyse) {
  const phrases = phrasesOf(reference);
  const words = new SoundIndex<PhraseWord>();
  const byStem = new Map<string, PhraseWord[]>();
  for (const [phrase, { text }] of phrases.entries())
    for (const [i, { sound, stem }] of spokenWords(text, analyse).entries()) {
      const word = { sound, phrase, first: i === 0 };
      words.add(word);
      byStem.set(stem, [...(byStem.get(stem) ?? []), word]);
    }
  const begunWith = (begun: string, forms: readonly PhraseWord[], forgiving: boolean) => {
    const exact = [...words.beginning(begun), ...forms];
    const errors = allowedErrors(begun);
    return exact.length > 0 || !forgiving || errors === 0 ? exact : words.near(begun, errors);
  };

  return (typed: readonly SpokenWord[], forgiving: boolean): PhraseMatch[] => {
    const last = typed.at(-1);
    if (last === undefined || (typed.length === 1 && last.sound.length < SHORTEST)) return [];
    const cyrillic = /^\p{Script=Cyrillic}/u.test(last.written);
    // A stem need not begin what its forms sound like: течёт, моют, люди.
    const before = typed.slice(0, -1).map(({ stem }) => begunWith(stem, byStem.get(stem) ?? [], forgiving));
    const found = [...before, begunWith(last.sound, [], forgiving)].map(byPhrase);
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
