import { foldKazakhLetters } from './kazakh-letters.ts';

/**
 * The key under which a stem is compared: how it sounds, roughly, so that the usual spellings of one word meet.
 * Kazakh letters are folded; э is е, щ is ш, ы and й are и; ъ and ь fall; ц is тс; я and ю are two letters;
 * doubled letters are one. So район and rayon, подъезд and podezd, жане and және have one key.
 * Source: what transliterations of Russian and Kazakh (BGN/PCGN, GOST 7.79, the 2021 alphabet, informal ones)
 * do not tell apart. Idempotent.
 */
export function soundKey(stem: string): string {
  let key = '';
  let last = '';
  for (const letter of foldKazakhLetters(stem)) {
    for (const sound of SOUNDS[letter] ?? letter) {
      if (sound !== last || DIGIT.test(sound)) key += sound;
      last = sound;
    }
  }
  return key === '' ? stem : key;
}

const DIGIT = /\p{N}/u;
const SOUNDS: Readonly<Record<string, string>> = {
  ё: 'е',
  э: 'е',
  щ: 'ш',
  ы: 'и',
  й: 'и',
  ъ: '',
  ь: '',
  ц: 'тс',
  я: 'иа',
  ю: 'иу',
  "'": '',
};
