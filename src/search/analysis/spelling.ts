import { shortened } from '../../kernel/shortened.ts';

/**
 * One spelling of a word: NFKC, lower case, ё as е, no invisible characters or combining marks, one apostrophe,
 * letters of one alphabet (homoglyphs), letters drawn out for effect only once; a number without spaces.
 * Source: Unicode NFKC (UAX 15); look-alikes after UTS 39, limited to Latin and Cyrillic.
 */
export function spellWord(raw: string): string {
  const unified = PLAIN_WORD.test(raw) ? raw.toLowerCase() : unifyCharacters(raw);
  if (NUMBER.test(unified)) return spellNumber(unified);
  const word = oneAlphabet(cut(lettersOf(unified)).replaceAll('ё', 'е'));
  return drawnTogether(cut(withoutFigures(word)));
}

/** Words beyond this many letters are cut: nothing in a language is longer, a base64 blob is. */
const LONGEST_WORD = 40;
const cut = (word: string) => shortened(word, LONGEST_WORD);

/** 4istka and no4yu are chistka and nochyu; see tokens.ts. */
function withoutFigures(word: string): string {
  return /[46]/.test(word) && /^[a-z46]+$/.test(word) ? word.replace(/4/g, 'ch').replace(/6/g, 'sh') : word;
}

/** The groups of a number are written together, its fraction behind a point. */
const NUMBER = /^\p{N}\P{L}*$/u;
function spellNumber(unified: string): string {
  const figures = unified.replace(BETWEEN_FIGURES, '').replaceAll(',', '.');
  return cut(figures.replace(/[.,]+$/, ''));
}

const BETWEEN_FIGURES = /[^\p{N}.,\u2044]|\u2044(?!\p{N})/gu;

/** Nothing to unify: Russian and Kazakh letters, Latin letters, digits. */
const PLAIN_WORD = /^[A-Za-z0-9А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+$/;
const INVISIBLE = /\p{Cf}|\u034F|\u115F|\u1160|\u17B4|\u17B5|\u3164|\uFFA0/gu;
const MARKS = /\p{M}+/gu;
/** Longer runs are noise, and their normalisation takes time that grows with the square of the run. */
const MARK_RUN = /(\p{M}{2})\p{M}+/gu;
const BEFORE_WORD = /^[^\p{L}\p{N}%₸°]+/u;
/** What NFKC writes out of a character: the space of ﹲ, the point of ŀ, the apostrophe of ŉ. */
const OF_NO_WORD = /[^\p{L}\p{N}'%₸°]|[\u115F\u1160\u3164]/gu;
const NEEDLESS_APOSTROPHE = /^'+|'(?=')/g;
const APOSTROPHE = /[\u2018\u2019\u02BC\u02B9\u00B4`\u2032\u02BB]/g;

function unifyCharacters(raw: string): string {
  return withoutMarks(
    raw
      .replace(INVISIBLE, '')
      .replace(MARK_RUN, '$1')
      .normalize('NFKC')
      .toLowerCase()
      .replace(APOSTROPHE, "'"),
  ).replace(BEFORE_WORD, '');
}

/** Marks fall, but not the letters that are written with one: й stays, and so does ё for the moment. */
function withoutMarks(text: string): string {
  return text.normalize('NFC').replace(MARKS, '');
}

/** The letters alone, and single apostrophes behind them; letters that a mark had kept apart are composed (Korean). */
function lettersOf(word: string): string {
  if (PLAIN_WORD.test(word)) return word;
  return word.replace(OF_NO_WORD, '').replace(NEEDLESS_APOSTROPHE, '').normalize('NFC');
}

const LATIN = /[a-z]/;
const CYRILLIC = /[\u0400-\u04FF]/;
const TO_CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};
const TO_LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  і: 'i',
  к: 'k',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
};

/**
 * A word of two alphabets is put into the one that has more of its letters, or else into the other, where every
 * stranger has a double; a word that fits neither stays.
 */
function oneAlphabet(word: string): string {
  if (!LATIN.test(word) || !CYRILLIC.test(word)) return word;
  const latin = word.replace(/[^a-z]/g, '').length;
  const cyrillic = word.replace(/[^\u0400-\u04FF]/g, '').length;
  const toCyrillic = exchanged(word, /[a-z]/g, TO_CYRILLIC);
  const toLatin = exchanged(word, /[\u0400-\u04FF]/g, TO_LATIN);
  return (cyrillic >= latin ? (toCyrillic ?? toLatin) : (toLatin ?? toCyrillic)) ?? word;
}

/** The word with its strangers exchanged; undefined where one of them has no double. */
function exchanged(
  word: string,
  strangers: RegExp,
  doubles: Readonly<Record<string, string>>,
): string | undefined {
  if (word.match(strangers)?.some((letter) => doubles[letter] === undefined)) return undefined;
  return word.replace(strangers, (letter) => doubles[letter] ?? letter);
}

/** снеееег, помогитеее: three or more of a letter are one; digits stay. */
function drawnTogether(word: string): string {
  return TRIPLE.test(word) ? word.replace(TRIPLES, '$1') : word;
}

const TRIPLE = /(\p{L})\1\1/u;
const TRIPLES = /(\p{L})\1{2,}/gu;
