import type { Language } from '../../kernel/language.ts';
import type { DateSpan, PartialDate } from '../../kernel/partial-date.ts';

/** Dates as people write them in each language, never more precise than what is known. */

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  kk: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  ru: [
    'январь',
    'февраль',
    'март',
    'апрель',
    'май',
    'июнь',
    'июль',
    'август',
    'сентябрь',
    'октябрь',
    'ноябрь',
    'декабрь',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const RUSSIAN_GENITIVE = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

/** Months short enough for an axis: three or four letters. */
const SHORT_MONTHS: Readonly<Record<Language, readonly string[]>> = {
  kk: ['қаң', 'ақп', 'нау', 'сәу', 'мам', 'мау', 'шіл', 'там', 'қыр', 'қаз', 'қар', 'жел'],
  ru: ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

const NBSP = '\u00a0';

/** A month's name by its number from 1 to 12, as a heading has it. */
export function monthName(language: Language, month: number): string {
  return MONTHS[language][month - 1] ?? '';
}

/** A month's short name by its number from 1 to 12, for axes. */
export function shortMonthName(language: Language, month: number): string {
  return SHORT_MONTHS[language][month - 1] ?? '';
}

/**
 * A partial date: `16 октября 2025 г.`, `октябрь 2025 г.`, `2025 г.`; `2025 жылғы 16 қазан`, `2025 жылғы қазан`,
 * `2025 жыл`; `16 October 2025`, `October 2025`, `2025`.
 */
export function formatDate(language: Language, date: PartialDate): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return formatYear(language, year);
  const name = monthName(language, Number(month));
  const dayText = day === undefined ? null : String(Number(day));
  if (language === 'kk') return `${year}${NBSP}жылғы ${dayText === null ? '' : dayText + NBSP}${name}`;
  if (language === 'en') return dayText === null ? `${name} ${year}` : `${dayText}${NBSP}${name} ${year}`;
  if (dayText === null) return `${name} ${year}${NBSP}г.`;
  return `${dayText}${NBSP}${RUSSIAN_GENITIVE[Number(month) - 1] ?? ''} ${year}${NBSP}г.`;
}

/** A year with its word: `2025 г.`, `2025 жыл`, `2025`. */
export function formatYear(language: Language, year: string | number): string {
  if (language === 'ru') return `${year}${NBSP}г.`;
  return language === 'kk' ? `${year}${NBSP}жыл` : String(year);
}

/** A span: two dates with a dash, or `с …`, `по …` where one end is open; empty when both are. */
export function formatSpan(language: Language, span: DateSpan): string {
  const from = span.from === null ? null : formatDate(language, span.from);
  const to = span.to === null ? null : formatDate(language, span.to);
  if (from !== null && to !== null) return spanOfTwo(language, span, from, to);
  if (from !== null) return { ru: `начало: ${from}`, kk: `басталуы: ${from}`, en: `from ${from}` }[language];
  if (to !== null) return { ru: `окончание: ${to}`, kk: `аяқталуы: ${to}`, en: `until ${to}` }[language];
  return '';
}

function spanOfTwo(language: Language, span: DateSpan, from: string, to: string): string {
  if (span.from === span.to) return from;
  if (span.from?.length === 4 && span.to?.length === 4) {
    const years = `${span.from}–${span.to}`;
    return { ru: `${years}${NBSP}гг.`, kk: `${years}${NBSP}жылдар`, en: years }[language];
  }
  return `${from} – ${to}`;
}
