import path from 'node:path';
import type { CaseContent } from '../../src/cases/index.ts';
import { loadReference } from '../../src/reference/adapters/load-reference.ts';
import { asQuestion } from '../../src/search/analysis/as-question.ts';
import { inCyrillic } from '../../src/search/analysis/in-cyrillic.ts';
import { analysisOf } from '../../src/search/application/analysis-of.ts';
import { maskedFor } from '../../src/search/embedding/mask-query.ts';
import { generatedComplaints } from './generated.ts';
import { round, timed } from './statistics.ts';

const LETTERS = 2_000;
const RUNS = 200;
const COLD_RUNS = 30;
const SEED = 20_261_125;
const LENGTHS = [5_000, 10_000, 20_000] as const;
const REPEATS = 5;

/**
 * The analysis of complaints of 2,000 characters, with words seen before and with none; and of bad input by length, with
 * what is made of it for an embedder elsewhere.
 */
export async function* analysisFigures(cases: readonly CaseContent[]) {
  const reference = await loadReference(path.join(import.meta.dirname, '../../content/taxonomy'));
  const fresh = () => analysisOf(reference, reference.glossary).analyse;
  const sentences = generatedComplaints(cases, 2_000, SEED);
  const complaint = (run: number) => {
    let text = '';
    for (let i = run * 7; text.length < LETTERS; i++) text += `${sentences[i % sentences.length]} `;
    return text.slice(0, LETTERS);
  };
  const analyse = fresh();
  const warm = await timed(RUNS, RUNS, (run) => analyse(complaint(run)));
  const colds: number[] = [];
  for (let run = 0; run < COLD_RUNS; run++) {
    const cold = fresh();
    const text = complaint(run);
    const begun = performance.now();
    cold(text);
    colds.push(performance.now() - begun);
  }
  yield { figure: 'analysis', characters: LETTERS, warm, coldMedianMs: median(colds) };
  const masked = maskedFor('https://embedder.example');
  for (const [input, make] of Object.entries(BAD_INPUT)) {
    const times = LENGTHS.map((length) => {
      const text = make(length).slice(0, length);
      return median(
        Array.from({ length: REPEATS }, () => {
          const cold = fresh();
          const begun = performance.now();
          const analysed = cold(text);
          masked(inCyrillic(asQuestion(text, analysed), analysed));
          return performance.now() - begun;
        }),
      );
    });
    const [least = 0, middle = 0, most = 0] = times;
    yield {
      figure: 'analysis-of-bad-input',
      input,
      characters: LENGTHS,
      ms: times,
      growth: [round(middle / least), round(most / middle)],
    };
  }
}

const repeated = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length));
const BAD_INPUT: Readonly<Record<string, (length: number) => string>> = {
  'one word': repeated('снег'),
  'one Latin word': repeated('a'),
  emoji: repeated('🌨️👩‍🔧'),
  'different words': (length) =>
    Array.from({ length: length / 5 }, (_, i) =>
      i.toString(36).replace(/\d/g, (d) => 'абвгдежзик'[Number(d)] ?? ''),
    ).join(' '),
  'combining marks': repeated('а\u0301\u0316\u0300'),
  'right-to-left marks': repeated('\u202eснег\u200f'),
  'zero-width characters': repeated('\u200bс\u200c'),
  base64: repeated('aGVsbG8gd29ybGQ4/x+'),
  HTML: repeated('<p class="x">қар&nbsp;<b>снег</b></p>'),
  Chinese: repeated('街道上的积雪没有清理'),
  Arabic: repeated('الثلج في الشارع '),
  'numbers only': repeated('123 456 '),
  digits: repeated('7'),
  signs: repeated('+7(@.'),
  'capitals and points': repeated('А.Б. '),
  'points within a question': (length) => `кім ${'.'.repeat(length - 6)} ю`,
  'numbers and streets': repeated('ул. Абая 14 д. 5 кв '),
};

function median(values: readonly number[]): number {
  return round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}
