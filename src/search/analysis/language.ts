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

/**
 * What one word (as spelt by the analysis) says about its language: letters that only one alphabet has, closed
 * word classes, inflectional endings. Latin words are read back into Cyrillic first.
 * Sources: the alphabets; the endings of any grammar of the two languages.
 */
export function wordEvidence(word: string): LanguageEvidence {
  if (!isLatinWord(word)) return cyrillicEvidence(word);
  if (hasKazakhLatinLetter(word)) return { ru: 0, kk: 3, en: 0 };
  const asRussian = cyrillicEvidence(latinToCyrillic(word, 'ru')).ru;
  const asKazakh = cyrillicEvidence(latinToCyrillic(word, 'kk')).kk;
  return { ru: 0.8 * asRussian, kk: 0.8 * asKazakh, en: englishEvidence(word) };
}

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

function cyrillicEvidence(word: string): LanguageEvidence {
  if (hasKazakhLetter(word)) return { ru: 0, kk: 3, en: 0 };
  const evidence = { ru: 0, kk: 0, en: 0 };
  const stop = { ru: isStopWord(word, 'ru'), kk: isStopWord(word, 'kk') };
  // A word of both (не, да, бар) speaks for neither.
  if (stop.ru && stop.kk) return evidence;
  if (stop.ru) evidence.ru += 1.5;
  if (stop.kk) evidence.kk += 1.5;
  if (word.length < 3) return evidence;
  if (RUSSIAN_LETTER.test(word)) evidence.ru += 0.6;
  if (CLUSTER.test(word)) evidence.ru += 0.6;
  if (DISHARMONY.test(word)) evidence.ru += 0.4;
  if (RUSSIAN_ENDING.test(word)) evidence.ru += 0.8;
  if (KAZAKH_ENDING.test(word)) evidence.kk += 0.8;
  if (KAZAKH_START.test(word)) evidence.kk += 0.3;
  return evidence;
}

function englishEvidence(word: string): number {
  if (isStopWord(word, 'en')) return 1.5;
  return ENGLISH_SIGN.test(word) ? 0.8 : 0.1;
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
