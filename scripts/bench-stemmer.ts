/**
 * npm run --silent bench:stemmer -- FILE... [--language ru|kk]
 *
 * Measures a stemmer on files of `form<tab>lemma…` with a heading line: forms of one lemma should share a stem, forms
 * of different lemmas should not. Writes one JSON line a file: precision, recall and F1 over pairs of word types, and
 * words a second on one core without any cache. The language is told by --language, or by `ru` or `kk` in the name.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { loadReference } from '../src/reference/adapters/load-reference.ts';
import { foldKazakhLetters } from '../src/search/analysis/kazakh-letters.ts';
import { spellWord } from '../src/search/analysis/spelling.ts';
import { stemKazakh } from '../src/search/analysis/stem-kazakh.ts';
import { stemRussian } from '../src/search/analysis/stem-russian.ts';
import { kazakhWords, meanings } from '../src/search/application/meanings.ts';

const SPEED_MS = 1_000;

type Stem = (word: string) => string;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string' } },
});

/** The lexicon of the Kazakh stemmer as the service has it: taxonomy, glossary and everyday words. */
async function stemmers(): Promise<Readonly<Record<string, Stem>>> {
  const reference = await loadReference(path.join(import.meta.dirname, '../content/taxonomy'));
  const words = kazakhWords(meanings(reference, reference.glossary));
  const lexicon = new Set(words.map((word) => foldKazakhLetters(spellWord(word))));
  return { ru: stemRussian, kk: (word) => stemKazakh(word, lexicon) };
}

async function readForms(file: string): Promise<{ form: string; lemma: string }[]> {
  const types = new Map<string, { form: string; lemma: string }>();
  for (const line of (await readFile(file, 'utf8')).split('\n').slice(1)) {
    const [form, lemma] = line.split('\t');
    if (form && lemma) types.set(`${form}\t${lemma}`, { form: spellWord(form), lemma });
  }
  return [...types.values()];
}

function pairs(keys: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

function quality(forms: readonly { form: string; lemma: string }[], stem: Stem) {
  const both = pairs(forms.map(({ form, lemma }) => `${lemma}\t${stem(form)}`));
  const precision = both / pairs(forms.map(({ form }) => stem(form)));
  const recall = both / pairs(forms.map(({ lemma }) => lemma));
  const f1 = (2 * precision * recall) / (precision + recall);
  return { precision: round(precision), recall: round(recall), f1: round(f1) };
}

function speed(forms: readonly { form: string }[], stem: Stem): number {
  let words = 0;
  const begun = performance.now();
  while (performance.now() - begun < SPEED_MS) {
    for (const { form } of forms) stem(form);
    words += forms.length;
  }
  return Math.round((1_000 * words) / (performance.now() - begun));
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

try {
  if (positionals.length === 0) throw new Error('a lemma file is wanted: form, lemma, separated by tabs');
  const known = await stemmers();
  for (const file of positionals) {
    const language = values.language ?? /(?:^|[^a-z])(ru|kk)(?:[^a-z]|$)/.exec(path.basename(file))?.[1];
    const stem = known[language ?? ''];
    if (stem === undefined) throw new Error(`${file}: say --language ru or kk`);
    const forms = await readForms(file);
    const line = { file: path.basename(file), language, types: forms.length, ...quality(forms, stem) };
    process.stdout.write(`${JSON.stringify({ ...line, wordsPerSecond: speed(forms, stem) })}\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
