/**
 * The classes of sounds that Kazakh endings choose their form by. Source: the consonant rules of any school grammar
 * of Kazakh. Letters are folded (see kazakh-letters.ts).
 */

/** Classes of the sound before an ending: vowel; р й у; л; nasal; ж з; voiceless or a voiced stop of loan words. */
export const V = 1;
export const R = 2;
export const L = 4;
export const N = 8;
export const Z = 16;
export const T = 32;
export const CONSONANT = R | L | N | Z | T;
export const ANY = V | CONSONANT;

const CLASS_OF: Readonly<Record<string, number>> = {
  ...each('аеыоэяё', V),
  ...each('рй', R),
  // у and и end in a glide, but folded и is also the vowel і, and у the vowel ү.
  ...each('ую', R),
  и: V | R,
  л: L,
  ...each('мн', N),
  ...each('жз', Z),
  ...each('пфктсшщчцхбвгд', T),
  // Behind the soft sign anything is heard: стильдер, стильге.
  ...each('ьъ', R | L | N | Z | T),
};

function each(letters: string, value: number): Record<string, number> {
  return Object.fromEntries([...letters].map((letter) => [letter, value]));
}

/** The class of a sound as a bit set; 0 for what is no Cyrillic letter. */
export function soundClass(letter: string): number {
  return CLASS_OF[letter] ?? 0;
}

export type Harmony = 'back' | 'front';

export const VOWELS = 'аеыиоуэюяёәөұүі';
const FRONT = 'еәөүіэ';
const BACK = 'аоұыяё';

/** The last vowel before `end`, in a word as it is written. */
export function lastVowel(word: string, end = word.length): string | undefined {
  for (let i = end - 1; i >= 0; i--) {
    const letter = word.charAt(i);
    if (VOWELS.includes(letter)) return letter;
  }
  return undefined;
}

/** у, и, ю go with either; where the word is typed without the Kazakh letters (not `exact`), о may stand for ө. */
export function harmonyOf(vowel: string, exact: boolean): Harmony | null {
  if (!exact && vowel === 'о') return null;
  if (FRONT.includes(vowel)) return 'front';
  return BACK.includes(vowel) ? 'back' : null;
}
