import { hasKazakhLetter } from './kazakh-letters.ts';
import { hasKazakhLatinLetter, isLatinWord, latinToCyrillic } from './latin.ts';
import { isStopWord } from './stop-words.ts';

/** A language that the analysis knows. */
export type WordLanguage = 'ru' | 'kk' | 'en';
export type TextLanguage = WordLanguage | 'mixed' | 'unknown';

/** How strongly a word, or a text, speaks for each language. */
export interface LanguageEvidence {
  ru: number;
  kk: number;
  en: number;
}

/** Whether a word, or a form of it, is one that the taxonomy or a glossary has in the language. */
export type Knows = (word: string, language: WordLanguage) => boolean;

/**
 * What one word (as spelt by the analysis) says about its language: letters that only one alphabet has, closed
 * word classes, inflectional endings, the words of the glossaries. Latin words are read back into Cyrillic first.
 * Sources: the alphabets; the endings of any grammar of the two languages.
 */
export function wordEvidence(word: string, knows: Knows = () => false): LanguageEvidence {
  if (!isLatinWord(word)) return cyrillicEvidence(word, word, knows);
  if (hasKazakhLatinLetter(word)) return { ru: 0, kk: 3, en: 0 };
  const asRussian = latinToCyrillic(word, 'ru');
  const asKazakh = latinToCyrillic(word, 'kk');
  const { ru, kk } = cyrillicEvidence(asRussian, asKazakh, knows);
  const isNoOther = ENGLISH_SIGN.test(word) || !(knows(asRussian, 'ru') || knows(asKazakh, 'kk'));
  const readBack = knows(word, 'en') && isNoOther ? UNLIKELY : LIKELY;
  return { ru: readBack * ru, kk: readBack * kk, en: englishEvidence(word, knows) };
}

/** What endings say of a word that is read back from Latin letters, and of one that is a known English word as it stands. */
const LIKELY = 0.8;
const UNLIKELY = 0.3;

const RUSSIAN_ENDING =
  /(?:[оеи]го|[оеи]му|[ыи]ми|[ая]ми|[ая]х|т[ьс]ся|тся|[аеиоуыя]ть|[аеу]ются|[аяу]ют|[яю]т|[еая]н[аоы]|[аеуя]ет|[иы]т|ует|[аеи]ние|[аеи]ния|[аеи]нию|[аеи]ний|[оеыи]й|[ая]я|ую|юю|[оеы]е|ость|ости|[ое]в|[оае]м|[аиыу]ла|[аиыу]ли|[аиыу]ло|[аиыу]л|ой|ей|ешь|ете|ите|ия|ии|ию|ись|ась|ик|ка|ки|ку|ке)$/;
const RUSSIAN_LETTER = /[щъэцёчфв]/;
/** No Kazakh word of its own begins with two consonants. */
const CLUSTER = /^[бвгджзклмнпрстфхцчшщ]{2}/;
/** Front е before back а or ы breaks vowel harmony, which Kazakh words of its own keep. */
const DISHARMONY = /е.*[аы]/;
const KAZAKH_ENDING =
  /(?:(?:л|д|т)[ае]р(?:[ыи]?(?:н[ыи]?н?|[гк][ае]|на|не|нд[ае]|н[ае]н|д[ае]н?|мен)?)?|[ндт][ыи]н|[гк][ае]н|[дт][ыи]|[мпб]ен|[гк][ае]|[дт][ае]н?|н[ае]н|нд[ае]|[ыи]п|с[ыи]|с[ыи]з|[лдт][ыи]к|[дт][ае]г[ыи]|[аей]т[ыи]н|[аейу]уы?|л[ыи]|ш[ыи]|н[ыи])$/;
const KAZAKH_START = /^(?:жо|жа|жы|жу|кы|ки|ко|ку|тур|бол|кал|бас|жер|ме[мн]|ту|ай|ау|ой)/;
const ENGLISH_SIGN = /(?:w|th|ck|ee|oo|ou|ght|tion|ing$|ed$|ly$|ay$|ew|qu)/;

/** A word that one glossary has and the other has not. */
const KNOWN_WORD = 0.8;
/** Words that say so much by themselves are not looked up. */
const CLEAR = 1.4;

/** A Cyrillic word is read as it stands; a Latin one may read differently in either language. */
function cyrillicEvidence(asRussian: string, asKazakh: string, knows: Knows): LanguageEvidence {
  if (hasKazakhLetter(asRussian)) return { ru: 0, kk: 3, en: 0 };
  const stop = { ru: isStopWord(asRussian, 'ru'), kk: isStopWord(asKazakh, 'kk') };
  // A word of both (не, да, бар) speaks for neither.
  if (stop.ru && stop.kk) return { ru: 0, kk: 0, en: 0 };
  const evidence = { ru: russianEvidence(asRussian), kk: kazakhEvidence(asKazakh), en: 0 };
  if (stop.ru) evidence.ru += 1.5;
  if (stop.kk) evidence.kk += 1.5;
  if (asRussian.length < 2 || Math.abs(evidence.ru - evidence.kk) >= CLEAR) return evidence;
  const known = { ru: knows(asRussian, 'ru'), kk: knows(asKazakh, 'kk') };
  if (known.ru && !known.kk) evidence.ru += KNOWN_WORD;
  if (known.kk && !known.ru) evidence.kk += KNOWN_WORD;
  return evidence;
}

function russianEvidence(word: string): number {
  if (word.length < 3) return 0;
  let evidence = 0;
  if (RUSSIAN_LETTER.test(word)) evidence += 0.6;
  if (CLUSTER.test(word)) evidence += 0.6;
  if (DISHARMONY.test(word)) evidence += 0.4;
  if (RUSSIAN_ENDING.test(word)) evidence += 0.8;
  return evidence;
}

function kazakhEvidence(word: string): number {
  if (word.length < 3) return 0;
  return (KAZAKH_ENDING.test(word) ? 0.8 : 0) + (KAZAKH_START.test(word) ? 0.3 : 0);
}

function englishEvidence(word: string, knows: Knows): number {
  // Of one letter, or of Russian and Kazakh too (do, no, men): it speaks for nothing.
  if (isStopWord(word, 'en')) return word.length < 2 || isStopOfBoth(word) ? 0 : 1.5;
  return (ENGLISH_SIGN.test(word) ? 0.8 : 0.1) + (knows(word, 'en') ? KNOWN_WORD : 0);
}

function isStopOfBoth(word: string): boolean {
  return isStopWord(latinToCyrillic(word, 'ru'), 'ru') || isStopWord(latinToCyrillic(word, 'kk'), 'kk');
}

/** The language that a sum of evidence speaks for; `mixed` where a second one has a good share of it. */
export function languageOf(evidence: LanguageEvidence): TextLanguage {
  const ranked = (['ru', 'kk', 'en'] as const).toSorted((a, b) => evidence[b] - evidence[a]);
  const [first = 'ru', second = 'kk'] = ranked;
  const total = evidence.ru + evidence.kk + evidence.en;
  if (evidence[first] < 0.3) return 'unknown';
  return evidence[second] / total > MIXED_SHARE ? 'mixed' : first;
}

const MIXED_SHARE = 0.42;

/** What is known of a word before its text. */
export interface WordSigns {
  readonly evidence: LanguageEvidence;
  /** By a letter that no other alphabet has. */
  readonly isKazakh: boolean;
  readonly isLatin: boolean;
}

/**
 * The language of one word in its text: its letters, else strong evidence of its own, else that of the text.
 * A Latin word is English only where something says so: a sign of its own, or an English text.
 */
export function wordLanguage(
  { evidence: own, isKazakh, isLatin }: WordSigns,
  text: LanguageEvidence,
): WordLanguage {
  if (isKazakh) return 'kk';
  const main = text.kk > text.ru ? 'kk' : 'ru';
  if (isLatin && own.en > own[main]) {
    if (text.en > text[main]) return 'en';
    if (own.en >= SURE && text.en >= text[main] * 0.2) return 'en';
  }
  const other = main === 'kk' ? 'ru' : 'kk';
  return own[other] - own[main] >= SURE && text[other] > 0.25 * text[main] ? other : main;
}

const SURE = 0.7;
