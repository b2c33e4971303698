import type { Language } from '../../kernel/language.ts';

/** Numbers, money and durations as people write them: thin spaces between thousands in every language. */

const NNBSP = '\u202f';
const NBSP = '\u00a0';

/** A number with narrow no-break spaces and the language's decimal mark; at most `digits` decimals (2). */
export function formatNumber(language: Language, value: number, digits = 2): string {
  const [whole = '', decimals] = Math.abs(round(value, digits)).toString().split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, NNBSP);
  const mark = language === 'en' ? '.' : ',';
  return (value < 0 ? '\u2212' : '') + grouped + (decimals === undefined ? '' : mark + decimals);
}

const MONEY_UNITS = [
  { size: 1e12, ru: 'трлн', kk: 'трлн', en: 'trillion' },
  { size: 1e9, ru: 'млрд', kk: 'млрд', en: 'billion' },
  { size: 1e6, ru: 'млн', kk: 'млн', en: 'million' },
  { size: 1e3, ru: 'тыс.', kk: 'мың', en: 'thousand' },
] as const;

/** From this share of a unit on, three digits round up to it: 999,9 млн is 1 млрд. */
const ROUNDS_UP = 0.9995;

/** Money in short and in full, for a text and its title: `2,3 млрд ₸` and `2 300 000 000 ₸`. */
export interface MoneyText {
  readonly short: string;
  readonly full: string;
}

/** Whole tenge as a reader takes them in at a glance, and exactly. Below ten thousand both are the same. */
export function formatMoney(language: Language, amount: number): MoneyText {
  const full = `${formatNumber(language, amount)}${NBSP}₸`;
  const unit = amount < 10_000 ? undefined : MONEY_UNITS.find(({ size }) => amount >= size * ROUNDS_UP);
  if (unit === undefined) return { short: full, full };
  const scaled = amount / unit.size;
  const digits = scaled < 10 ? 2 : scaled < 100 ? 1 : 0;
  return { short: `${formatNumber(language, scaled, digits)}${NBSP}${unit[language]}${NBSP}₸`, full };
}

const DAYS_PER_MONTH = 30.4375;

/**
 * Days in words: days up to 90, then months, from two years on years. The bounds are shown where they differ:
 * `45 дней`, `от 30 до 61 дня`, `3–5 месяцев`.
 */
export function formatDays(language: Language, span: { min: number; max: number }): string {
  const [unit, size] =
    span.max <= 90
      ? (['day', 1] as const)
      : span.max < 730
        ? (['month', DAYS_PER_MONTH] as const)
        : (['year', 365.25] as const);
  const digits = unit === 'year' ? 1 : 0;
  const least = round(span.min / size, digits);
  const most = round(span.max / size, digits);
  const about = unit === 'day' ? '' : `${ABOUT[language]}${NBSP}`;
  const word = unitWord(language, unit, most);
  if (least === most) return `${about}${formatNumber(language, most)}${NBSP}${word}`;
  if (least === 0)
    return `${UP_TO[language](formatNumber(language, most), unitWord(language, unit, most, true))}`;
  return `${formatNumber(language, least)}–${formatNumber(language, most)}${NBSP}${word}`;
}

const ABOUT = { ru: '≈', kk: '≈', en: '≈' } as const;
const UP_TO: Readonly<Record<Language, (number: string, word: string) => string>> = {
  ru: (number, word) => `до ${number}${NBSP}${word}`,
  kk: (number, word) => `${number}${NBSP}${word} дейін`,
  en: (number, word) => `up to ${number}${NBSP}${word}`,
};

type Unit = 'day' | 'month' | 'year';

const RUSSIAN_UNITS: Readonly<Record<Unit, Readonly<Record<string, string>>>> = {
  day: { one: 'день', few: 'дня', many: 'дней', other: 'дня', one2: 'дня', many2: 'дней' },
  month: { one: 'месяц', few: 'месяца', many: 'месяцев', other: 'месяца', one2: 'месяца', many2: 'месяцев' },
  year: { one: 'год', few: 'года', many: 'лет', other: 'года', one2: 'года', many2: 'лет' },
};
const KAZAKH_UNITS = {
  day: ['күн', 'күнге'],
  month: ['ай', 'айға'],
  year: ['жыл', 'жылға'],
} as const;
const russianPlural = new Intl.PluralRules('ru');

/** The word of a unit for a number; `upTo` asks for the case that stands behind "up to". */
function unitWord(language: Language, unit: Unit, number: number, upTo = false): string {
  if (language === 'en') return number === 1 ? unit : `${unit}s`;
  if (language === 'kk') return KAZAKH_UNITS[unit][upTo ? 1 : 0];
  const rule = russianPlural.select(number);
  const form = upTo && Number.isInteger(number) ? (rule === 'one' ? 'one2' : 'many2') : rule;
  return RUSSIAN_UNITS[unit][form] ?? '';
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
