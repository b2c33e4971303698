/**
 * Russian and Kazakh typed in Latin letters, read back into Cyrillic, well enough for a stemmer; what no scheme
 * tells (ш or щ, и or ы) the sound key evens out.
 * Sources: GOST 7.79-2000, BGN/PCGN, passport rules and informal habits for Russian; for Kazakh the alphabets of
 * 2017 (apostrophes), 2018 (acutes) and 2021 (umlauts), and informal ASCII (zh, kh, gh, w).
 */
export function latinToCyrillic(word: string, language: 'ru' | 'kk'): string {
  const { pairs, longest } = language === 'ru' ? RUSSIAN : KAZAKH;
  let cyrillic = '';
  for (let i = 0; i < word.length; ) {
    let length = Math.min(longest, word.length - i);
    while (length > 1 && pairs[word.slice(i, i + length)] === undefined) length--;
    const piece = word.slice(i, i + length);
    cyrillic += pairs[piece] ?? piece;
    i += length;
  }
  return language === 'ru' ? finishRussian(cyrillic) : finishKazakh(cyrillic);
}

const LETTERS = {
  a: 'а',
  b: 'б',
  c: 'с',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  z: 'з',
  ch: 'ч',
  sh: 'ш',
  zh: 'ж',
  kh: 'х',
  ts: 'ц',
};

const RUSSIAN_PAIRS: Readonly<Record<string, string>> = {
  ...LETTERS,
  c: 'ц',
  j: 'й',
  w: 'в',
  x: 'х',
  y: 'ы',
  shch: 'щ',
  sch: 'щ',
  ya: 'я',
  ia: 'я',
  ja: 'я',
  yu: 'ю',
  iu: 'ю',
  ju: 'ю',
  yo: 'ё',
  jo: 'ё',
  ye: 'е',
  je: 'е',
  iya: 'ия',
  iye: 'ие',
  iyu: 'ию',
  š: 'ш',
  č: 'ч',
  ž: 'ж',
  "'": 'ь',
};
const RUSSIAN = { pairs: RUSSIAN_PAIRS, longest: 4 };

const KAZAKH_PAIRS: Readonly<Record<string, string>> = {
  ...LETTERS,
  j: 'ж',
  q: 'қ',
  w: 'у',
  x: 'х',
  y: 'ы',
  gh: 'ғ',
  ä: 'ә',
  á: 'ә',
  "a'": 'ә',
  ğ: 'ғ',
  ǵ: 'ғ',
  "g'": 'ғ',
  ñ: 'ң',
  ń: 'ң',
  "n'": 'ң',
  ö: 'ө',
  ó: 'ө',
  "o'": 'ө',
  ü: 'ү',
  ú: 'ү',
  "u'": 'ү',
  ū: 'ұ',
  ý: 'у',
  "y'": 'у',
  ş: 'ш',
  "s'": 'ш',
  "c'": 'ч',
  ı: 'і',
  "i'": 'и',
};
const KAZAKH = { pairs: KAZAKH_PAIRS, longest: 2 };

/** й after a vowel; the soft sign of infinitives, which Latin spelling drops and the stemmer wants. */
function finishRussian(word: string): string {
  return word
    .replace(/([аеоуюя])[иы](?![аеоуюя])/g, '$1й')
    .replace(/([иы])[иы]$/, '$1й')
    .replace(/([аяеиы])тс(?:ыа|иа|я)$/, '$1тся')
    .replace(/([аеия])ц(?:я|ыа|иа)$/, '$1тся')
    .replace(/([ая])тся$/, '$1ться')
    .replace(/(..)([ая])т$/, '$1$2ть');
}

/** й after a vowel; у + ы is a verbal noun with its ending (болуы), no diphthong. */
function finishKazakh(word: string): string {
  return word.replace(/([аеәоөыі])и(?![аеоуы])/g, '$1й').replace(/([аеәоө])ы$/, '$1й');
}

const FOREIGN = /[^a-zäáğǵñńöóüúūýşışčž']/;

/** Whether every letter is one of the Latin alphabets that Russian or Kazakh are typed in. */
export function isLatinWord(word: string): boolean {
  return word !== '' && !FOREIGN.test(word);
}

/** The marked letters of the Kazakh alphabets of 2018 and 2021: proof that a Latin word is Kazakh. */
export function hasKazakhLatinLetter(word: string): boolean {
  return /[äğǵñńöüūşı]/.test(word) || /q(?!u)/.test(word);
}
