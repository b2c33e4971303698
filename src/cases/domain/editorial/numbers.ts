import type { Language } from '../../../kernel/language.ts';

/** Numbers of a text as values, so that `2,3 млрд`, `2 300 000 000` and `2.3 bn` are the same. */

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:тыс(?!\p{L})|тысяч|мың|thousand)/u, 1e3],
  [/^(?:млн|миллион|million|mln)/u, 1e6],
  [/^(?:млрд|миллиард|billion|bn\b)/u, 1e9],
  [/^(?:трлн|триллион|trillion)/u, 1e12],
];

/** Digits in groups divided by spaces of any width, with a decimal comma or point. */
const NUMBER = /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?/gu;

export interface FoundNumber {
  readonly value: number;
  /** Without the word of scale behind it: 2.3 of `2,3 млрд`. A record may keep the scale in a unit: 14.3, «млн га». */
  readonly unscaled: number;
  /** As it stands in the text, for messages. */
  readonly written: string;
}

/**
 * Every number of a text. Of `5–7 млн` both take the scale; dates like 16.10.2025 count by their parts.
 * English writes 6,044 where the others write 6 044.
 */
export function numbersIn(original: string, language?: Language): FoundNumber[] {
  const text = language === 'en' ? original.replace(/(?<=\d),(?=\d{3})/gu, '') : original;
  const found = [...text.matchAll(NUMBER)];
  const scales = found.map((match) => scaleAfter(text, match.index + match[0].length));
  return found.map((match, i) => {
    const joined = /^\s*[–—-]\s*$/u.test(text.slice(match.index + match[0].length, found[i + 1]?.index));
    const scale = scales[i] === 1 && joined ? (scales[i + 1] ?? 1) : (scales[i] ?? 1);
    return { value: toValue(match[0], scale), unscaled: toValue(match[0], 1), written: match[0] };
  });
}

function scaleAfter(text: string, end: number): number {
  const next = text
    .slice(end, end + 16)
    .replace(/^\s+/u, '')
    .toLowerCase();
  return SCALES.find(([word]) => word.test(next))?.[1] ?? 1;
}

function toValue(written: string, scale: number): number {
  const plain = Number(written.replaceAll(/[ \u00a0\u2009\u202f]/gu, '').replace(',', '.'));
  // Multiplying 2.3 by 1e9 leaves a rest of floating point; nothing here is finer than a thousandth.
  return Math.round(plain * scale * 1000) / 1000;
}
