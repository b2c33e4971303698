import type { Analyse, ReadWord } from './analyse-text.ts';
import type { WordLanguage } from './language.ts';
import { isLatinWord, latinToCyrillic } from './latin.ts';
import { soundKey } from './sound-key.ts';
import { wordCache } from './word-cache.ts';
import type { WordRole } from './word-role.ts';

/** A word as it stands in a text and as it sounds, whole and stemmed: what is compared while a person types. */
export interface SpokenWord {
  readonly written: string;
  readonly sound: string;
  /** The sound of its stem: what most of its other forms begin with. */
  readonly stem: string;
  readonly role: WordRole;
  readonly language: WordLanguage;
}

/** The words of a text with their sounds; stop words too, since a prefix of anything may be one. */
export function spokenWords(text: string, analyse: Analyse): SpokenWord[] {
  return analyse(text).words.map((word) => ({
    written: text.slice(word.start, word.end).toLowerCase(),
    sound: soundOf(word),
    stem: word.term,
    role: word.role,
    language: word.language,
  }));
}

/** How a whole word sounds. */
export function soundOf({ spelt, language }: ReadWord): string {
  if (!isLatinWord(spelt)) return soundOfCyrillic(spelt);
  return soundKey(latinToCyrillic(spelt, language === 'kk' ? 'kk' : 'ru'));
}

/** Every word of every document is asked for. */
const soundOfCyrillic = wordCache(soundKey);
