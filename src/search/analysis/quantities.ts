import type { WordLanguage } from './language.ts';

/** A word as far as this step looks at it; `term` is what it is without a number beside it. */
export interface MeasuredWord {
  readonly spelt: string;
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** What a word of a quantity is: a number or unit with its one term, or the ending of an ordinal (the й of 5-й). */
export type Measured = { readonly role: 'number'; readonly term: string } | { readonly role: 'stop' };

/**
 * Units by their Russian name, which becomes their term; the metre by its sign, for метро has the stem of метр. Source: GOST 8.417 and the abbreviations of everyday
 * letters in Russian and Kazakh.
 */
const UNITS = `километр: км km kilometer шақырым; м: метр m meter; сантиметр: см cm; миллиметр: мм mm; килограмм: кг kg;
тонна: т тн tonne; литр: л liter; гектар: га ha hectare; киловатт: квт kw; мегаватт: мвт mw; гигакалория: гкал; вольт: в v;
ватт: вт; процент: % пайыз percent; тенге: ₸ тг тнг kzt; рубль: руб; градус: °; час: ч; минута: мин; секунда: сек;
человек: чел; штука: шт; квадратный: кв шаршы; кубический: куб текше`;

/** Words that multiply the number before them; the term is the Russian name too. */
const MULTIPLIERS = `тысяча: тыс мың thousand; миллион: млн mln million; миллиард: млрд bln billion; триллион: трлн`;
const FACTORS: readonly number[] = [1e3, 1e6, 1e9, 1e12];
/** Larger products lose their last digits. */
const LARGEST = 1e15;

/** Abbreviations that are words of their own unless they touch the number: 380В, but в 2025 в школе. */
const TOUCHING: ReadonlySet<string> = new Set(['в', 'v', 'л', 'т', 'ч']);
/** Units that mean something only before another: 25 кв. м is an area, 25 кв is a flat. */
const BEFORE_ANOTHER: ReadonlySet<string> = new Set(['кв', 'куб', 'шаршы', 'текше']);
const KILOVOLT = 'кВ';
const POWERS: Readonly<Record<string, string>> = { 2: 'квадратный', 3: 'кубический' };
/** 5-й, 15-го, 5-ші, 2025-ке. */
const ENDING =
  /^(?:[йеяхмю]|го|му|[ыоаи]й|[аоыу][яеюх]|ом|ти|ми|н?[шс][іиы]|[ыиі]нш[іиы]|[кқгғ][аеә]|[дтн][аеәыіи]н?|[дтн][ыіи]ң)$/;

/**
 * Reads numbers with their units in one form, so that 5км, 5 км and 5 километров, 1 000 000 and 1 млн, % and
 * процент, ₸ and теңге meet. `termOf` gives the term of a word, as spelt, in a language. The answer is by index of the word.
 */
export function createQuantities(termOf: (word: string, language: WordLanguage) => string) {
  const units = names(UNITS, termOf);
  const multipliers = names(MULTIPLIERS, termOf);
  const factors = new Map(multipliers.all.map((term, i) => [term, FACTORS[i] ?? 1]));
  const named = (name: string) => termOf(name, 'ru');

  return (words: readonly MeasuredWord[], text: string): ReadonlyMap<number, Measured> => {
    if (!words.some(({ spelt }) => isNumber(spelt))) return NOTHING;
    const measured = new Map<number, Measured>();
    const between = (i: number) => text.slice(words[i - 1]?.end, words[i]?.start);
    for (const [i, number] of words.entries()) {
      if (!isNumber(number.spelt) || measured.has(i)) continue;
      let at = i + 1;
      if (between(at) === '-' && ENDING.test(words[at]?.spelt ?? '')) measured.set(at++, { role: 'stop' });
      const multiplier = BESIDE.test(between(at)) ? multipliers.of(words[at]) : undefined;
      if (multiplier !== undefined) {
        measured.set(i, { role: 'number', term: multiplied(number.spelt, factors.get(multiplier) ?? 1) });
        measured.set(at++, { role: 'number', term: multiplier });
      }
      for (let unit = unitAt(at); unit !== undefined; unit = unitAt(at)) {
        measured.set(at, { role: 'number', term: unit });
        const power = between(at + 1) === '' ? POWERS[words[at + 1]?.spelt ?? ''] : undefined;
        if (power !== undefined) measured.set(++at, { role: 'number', term: named(power) });
        at++;
      }
    }
    return measured;

    function unitAt(at: number): string | undefined {
      const word = words[at];
      if (word === undefined || !BESIDE.test(between(at))) return undefined;
      if (text.slice(word.start, word.end) === KILOVOLT) return named('киловольт');
      if (TOUCHING.has(word.spelt) && between(at) !== '') return undefined;
      if (BEFORE_ANOTHER.has(word.spelt) && units.of(words[at + 1]) === undefined) return undefined;
      return units.of(word);
    }
  };
}

const NOTHING: ReadonlyMap<number, Measured> = new Map();

/** At most a full stop and a space stand between a number and its unit. */
const BESIDE = /^\.?[ \u00A0\u2009\u202F]?$/;

/** Whether a word, as spelt, is a number. Asked of every word: what begins with a usual letter is not looked at closer. */
export function isNumber(spelt: string): boolean {
  const first = spelt.charCodeAt(0);
  if (first < ASCII_END) return first >= DIGITS.first && first <= DIGITS.last;
  if (first >= CYRILLIC.first && first <= CYRILLIC.last) return false;
  return /^\p{N}/u.test(spelt);
}

const ASCII_END = 0x80;
const DIGITS = { first: 0x30, last: 0x39 } as const;
/** The letters of the Cyrillic block of Unicode, whose signs for numbers lie behind them. */
const CYRILLIC = { first: 0x400, last: 0x481 } as const;

/** The term of a number: its value, where it has one that can be told; 007 is 7, 1,50 is 1.5. */
export function numberTerm(spelt: string): string {
  return multiplied(spelt, 1);
}

function multiplied(spelt: string, factor: number): string {
  const value = Number(spelt) * factor;
  if (!Number.isFinite(value) || value >= LARGEST) return spelt;
  return String(Math.round(value * 1e3) / 1e3);
}

/** Abbreviations are known as they are spelt, whole words in all their forms. */
const LONGEST_ABBREVIATION = 3;

/** Finds the Russian name that a word means, as a term. */
function names(list: string, termOf: (word: string, language: WordLanguage) => string) {
  const bySpelling = new Map<string, string>();
  const byTerm = new Map<string, string>();
  const all: string[] = [];
  for (const entry of list.split(';')) {
    const [name = '', others = ''] = entry.trim().split(':');
    const term = termOf(name, 'ru');
    all.push(term);
    for (const word of [name, ...others.trim().split(/\s+/)])
      if (word.length <= LONGEST_ABBREVIATION) bySpelling.set(word, term);
      else for (const language of ['ru', 'kk', 'en'] as const) byTerm.set(termOf(word, language), term);
  }
  return {
    all,
    /** The language of a text of few words may be mistaken, so the word is read in each. */
    of(word: MeasuredWord | undefined): string | undefined {
      if (word === undefined) return undefined;
      const known = bySpelling.get(word.spelt) ?? byTerm.get(word.term);
      if (known !== undefined || word.spelt.length <= LONGEST_ABBREVIATION) return known;
      return byTerm.get(termOf(word.spelt, 'ru')) ?? byTerm.get(termOf(word.spelt, 'kk'));
    },
  };
}
