/**
 * Words that were typed on the keys of ЙЦУКЕН while the keyboard was set to Latin letters: `cytu` for снег. Null for a
 * text that has other letters, or none. Source: the Russian and Kazakh layouts of KBDRU and KBDKAZ; the Kazakh letters
 * of the digit row are left to digits, where they are far more often meant.
 */
export function fromLatinKeys(text: string): string | null {
  if (!/[a-z]/i.test(text) || /[^\p{ASCII}]/u.test(text)) return null;
  return text.toLowerCase().replace(/[^\s\d]/g, (key) => LETTER_OF_KEY.get(key) ?? key);
}

const KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const LETTERS = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const LETTER_OF_KEY: ReadonlyMap<string, string> = new Map(
  [...KEYS].map((key, i) => [key, LETTERS[i] ?? key]),
);
