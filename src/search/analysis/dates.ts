import { type Span, spansOf } from './contacts.ts';

/**
 * Dates and times of day, in figures and in words of both languages. A month or a season without a day is no date:
 * it may be the matter (очистка снега в марте). Sources: ISO 8601; the forms of official letters in Russian
 * (16 октября 2025 года) and Kazakh (2025 жылғы 16 қазан, қазанның 16-сы).
 */
const RUSSIAN_MONTH = '(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)';
const KAZAKH_MONTH =
  '(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|кантар|акпан|сауир|шилде|кыркуйек|казан|караша|желтоксан)';
const YEAR = String.raw`(?:19|20)\d{2}`;
const RUSSIAN_YEAR = String.raw`${YEAR}(?:\s?г(?:од[а-я]{0,3})?(?![\p{L}])\.?)?`;
const DAY = String.raw`(?<![\p{N}.,])(?:[0-2]?\d|3[01])`;

const IN_FIGURES = [
  String.raw`(?<![\p{N}.])${YEAR}-\d{2}-\d{2}(?![\p{N}])`,
  String.raw`${DAY}[./-](?:0?\d|1[0-2])[./-](?:${YEAR}|\d{2})(?![\p{N}])(?:\s?г(?:од[а-я]{0,3})?(?![\p{L}])\.?)?`,
  String.raw`${DAY}(?:-?го)?\s${RUSSIAN_MONTH}(?![\p{L}])(?:\s${RUSSIAN_YEAR})?`,
  String.raw`(?<![\p{N}])${YEAR}\sжыл(?:ғы|гы|дың|дын)\s\d{1,2}\s${KAZAKH_MONTH}[а-яәғқңөұүһі]{0,6}`,
  String.raw`${DAY}[\s-]${KAZAKH_MONTH}(?:да|де|дан|ға|нан|дағы|ы)?(?![\p{L}])`,
  String.raw`(?<![\p{N}:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\p{N}:])`,
];
const MONTH_FIRST = String.raw`(?<![\p{L}])${KAZAKH_MONTH}(?:ның|нын|дың|дын|дің|тың)\s\d{1,2}(?:-?[а-яәғқңөұүһі]{1,4})?(?![\p{L}\p{N}])`;
/** Where no figure and no Kazakh month begins nothing else is looked at. */
const DATE = new RegExp(String.raw`(?=\d)(?:${IN_FIGURES.join('|')})|(?=[ажкқмнстш])${MONTH_FIRST}`, 'giu');
/** Every date begins with a figure, or names a Kazakh month before one. */
const MAY_HAVE = /\d/;

/** The dates and times of a text, in their order. */
export function findDates(text: string): Span[] {
  return MAY_HAVE.test(text) ? spansOf(text, DATE) : [];
}
