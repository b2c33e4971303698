/**
 * The nine Kazakh letters that Russian keyboards lack, and the Russian letters that people type for them.
 * Source: common practice on Russian keyboards; the reverse is ambiguous (к is к or қ), so terms are compared folded.
 */
const PLAIN: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};

const KAZAKH = /[әғқңөұүһі]/;
const EVERY_KAZAKH = /[әғқңөұүһі]/g;

/** Whether a lower-case word has a letter that only Kazakh has. */
export function hasKazakhLetter(word: string): boolean {
  return KAZAKH.test(word);
}

/** The word as it is typed without the Kazakh letters; idempotent, the length stays. */
export function foldKazakhLetters(word: string): string {
  return KAZAKH.test(word) ? word.replace(EVERY_KAZAKH, (letter) => PLAIN[letter] ?? letter) : word;
}
