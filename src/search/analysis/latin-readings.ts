/**
 * The ways in which a word in Latin letters may have been meant, beyond the usual one of {@link latinToCyrillic}:
 * schemes and habits give one letter several values (c is ц, с or к; j is й or ж; x is х, кс or ш; w is ш or в).
 * What of them is a word, a vocabulary must say. What the sound key does not tell apart (и and й, қ and к, о and ө)
 * is listed once, unless the endings need it.
 * Sources: ISO 9, GOST 7.79, BGN/PCGN, passport rules and chat habits for Russian; the alphabets of 2017, 2018 and
 * 2021 and ASCII habits for Kazakh.
 */
const RUSSIAN: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  c: 'ц к с',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г ж',
  h: 'х г',
  i: 'и',
  j: 'й ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'к я',
  r: 'р',
  s: 'с з',
  t: 'т',
  u: 'у ю',
  v: 'в',
  w: 'в ш у',
  x: 'х кс ж',
  y: 'ы й у',
  z: 'з ж ц',
  ch: 'ч х к',
  sh: 'ш',
  zh: 'ж',
  kh: 'х',
  ts: 'ц',
  tc: 'ц',
  tz: 'ц',
  cz: 'ц',
  ks: 'кс',
  ck: 'к',
  ph: 'ф',
  th: 'т',
  sch: 'щ ш',
  shh: 'щ',
  shch: 'щ',
  tsch: 'ч',
  ya: 'я',
  ja: 'я',
  ia: 'я',
  yu: 'ю',
  ju: 'ю',
  iu: 'ю',
  yo: 'ё',
  jo: 'ё',
  io: 'ё',
  ye: 'е',
  je: 'е',
  ie: 'ие',
  eh: 'э',
  ee: 'и',
  oo: 'у',
  ij: 'ий',
  yj: 'ый',
  iy: 'ий',
  ey: 'ей',
  š: 'ш',
  č: 'ч',
  ž: 'ж',
  "'": 'ь',
};

const KAZAKH: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  c: 'ш ч с',
  d: 'д',
  e: 'е ә',
  f: 'ф',
  g: 'г',
  h: 'х ғ к',
  i: 'и',
  j: 'ж й',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'қ',
  r: 'р',
  s: 'с ш',
  t: 'т',
  u: 'у',
  v: 'в у',
  w: 'у ш',
  x: 'х кс',
  y: 'ы й у',
  z: 'з ж',
  ch: 'ч ш',
  sh: 'ш',
  zh: 'ж',
  kh: 'х қ',
  gh: 'ғ',
  ng: 'ң',
  dj: 'ж',
  dzh: 'ж',
  ts: 'ц',
  ya: 'я ә',
  ia: 'я',
  yu: 'ю',
  iu: 'ю',
  ae: 'ә',
  oe: 'ө',
  ue: 'ү',
  uy: 'уй у',
  ui: 'уй',
  uw: 'у',
  iy: 'и ий',
  yy: 'ый и',
  ä: 'ә',
  á: 'ә',
  ğ: 'ғ',
  ǵ: 'ғ',
  ñ: 'ң',
  ń: 'ң',
  ö: 'ө',
  ó: 'ө',
  ü: 'ү',
  ú: 'ү',
  ū: 'ұ',
  ý: 'у',
  ş: 'ш',
  ı: 'і',
  "a'": 'ә',
  "g'": 'ғ',
  "n'": 'ң',
  "o'": 'ө',
  "u'": 'ү',
  "y'": 'у',
  "s'": 'ш',
  "c'": 'ч',
  "i'": 'и',
  "'": '',
};

interface Scheme {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
}
const SCHEMES = { ru: schemeOf(RUSSIAN), kk: schemeOf(KAZAKH) };

/** Readings that are followed at a time, and given back; the likeliest ones. */
const FOLLOWED = 24;
/** Words beyond this are no words of either language, and their readings are not counted out. */
const LONGEST = 24;

interface Reading {
  readonly text: string;
  /** How many rarer values it takes, and how many pairs of letters it reads one by one. */
  readonly cost: number;
}

/** Cyrillic readings of a Latin word as spelt by the analysis, the likeliest first; time linear in its length. */
export function latinReadings(word: string, language: 'ru' | 'kk'): string[] {
  if (word.length > LONGEST) return [];
  const { values, longest } = SCHEMES[language];
  const upTo: Reading[][] = [[{ text: '', cost: 0 }]];
  for (let end = 1; end <= word.length; end++) {
    const found = new Map<string, number>();
    for (let length = Math.min(longest, end); length > 0; length--) {
      const meant = values.get(word.slice(end - length, end)) ?? (length === 1 ? [word.charAt(end - 1)] : []);
      for (const [rank, letters] of meant.entries())
        for (const { text, cost } of upTo[end - length] ?? []) {
          const whole = text + letters;
          const own = cost + rank + (length === 1 ? SINGLE : 0);
          if (own < (found.get(whole) ?? Number.POSITIVE_INFINITY)) found.set(whole, own);
        }
    }
    upTo.push(
      [...found]
        .map(([text, cost]): Reading => ({ text, cost }))
        .sort((a, b) => a.cost - b.cost || (a.text < b.text ? -1 : 1))
        .slice(0, FOLLOWED),
    );
  }
  return (upTo.at(-1) ?? []).map(({ text }) => text);
}

/** Two letters are likelier one sound than two, where they may be one. */
const SINGLE = 0.4;

function schemeOf(letters: Readonly<Record<string, string>>): Scheme {
  const values = new Map(Object.entries(letters).map(([latin, meant]) => [latin, meant.split(' ')]));
  return { values, longest: Math.max(...Object.keys(letters).map(({ length }) => length)) };
}
