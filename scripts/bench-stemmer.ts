/**
 * npm run --silent bench:stemmer -- FILE... [--language ru|kk]
 *
 * Measures a stemmer on files of `form<tab>lemma…` with a heading line: forms of one lemma should share a stem, forms
 * of different lemmas should not. Writes one JSON line a file: precision, recall and F1 over pairs of word types, the
 * same of what the search compares (`terms`: the stem by its sound, where бол and бөл are one), and words a second on
 * one core without any cache (the best of five rounds). The language is told by --language, or by `ru` or `kk` in the file's name.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadReference } from '../src/reference/adapters/load-reference.ts';
import { foldKazakhLetters } from '../src/search/analysis/kazakh-letters.ts';
import { spellWord } from '../src/search/analysis/spelling.ts';
import { stemKazakh } from '../src/search/analysis/stem-kazakh.ts';
import { stemRussian } from '../src/search/analysis/stem-russian.ts';
import { termOf } from '../src/search/analysis/stem-word.ts';
import { kazakhWords, meanings } from '../src/search/application/meanings.ts';
import { askedFor } from './asked-for.ts';

/** The best of some rounds is told: other processes can only make a round slower. */
const ROUNDS = 5;
const ROUND_MS = 300;

interface WordType {
  readonly form: string;
  readonly lemma: string;
}

type Stem = (word: string) => string;
type Language = 'ru' | 'kk';

function options(): { files: string[]; language: Language | undefined } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { language: { type: 'string' } },
  });
  if (positionals.length === 0) throw new Error('a lemma file is wanted: form, lemma, separated by tabs');
  if (values.language !== undefined && !isLanguage(values.language))
    throw new Error(`--language takes ru or kk, not ${values.language}`);
  return { files: positionals, language: values.language };
}

function isLanguage(value: string | undefined): value is Language {
  return value === 'ru' || value === 'kk';
}

function languageOfName(file: string): Language {
  const told = /(?:^|[^a-z])(ru|kk)(?:[^a-z]|$)/.exec(path.basename(file).toLowerCase())?.[1];
  if (!isLanguage(told)) throw new Error(`${file}: the name tells no language; say --language ru or kk`);
  return told;
}

/** The lexicon of the Kazakh stemmer as the service has it: taxonomy, glossary and everyday words. */
async function kazakhLexicon(): Promise<ReadonlySet<string>> {
  const reference = await loadReference(path.join(import.meta.dirname, '../content/taxonomy'));
  const words = kazakhWords(meanings(reference, reference.glossary));
  return new Set(words.map((word) => foldKazakhLetters(spellWord(word))));
}

async function readForms(file: string): Promise<WordType[]> {
  const types = new Map<string, WordType>();
  for (const line of (await readFile(file, 'utf8')).split(/\r?\n/).slice(1)) {
    const [form, lemma] = line.split('\t');
    if (form && lemma) types.set(`${form}\t${lemma}`, { form: spellWord(form), lemma });
  }
  const forms = [...types.values()];
  if (pairs(forms.map(({ lemma }) => lemma)) === 0)
    throw new Error(`${file}: no two forms of one lemma; each line is form, tab, lemma, after a heading`);
  return forms;
}

function pairs(keys: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

function quality(forms: readonly WordType[], stem: Stem) {
  const both = pairs(forms.map(({ form, lemma }) => `${lemma}\t${stem(form)}`));
  const precision = both / Math.max(1, pairs(forms.map(({ form }) => stem(form))));
  const recall = both / pairs(forms.map(({ lemma }) => lemma));
  const f1 = both === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision: round(precision), recall: round(recall), f1: round(f1) };
}

function speed(forms: readonly WordType[], stem: Stem): number {
  return Math.max(...Array.from({ length: ROUNDS }, () => speedOnce(forms, stem)));
}

function speedOnce(forms: readonly WordType[], stem: Stem): number {
  let words = 0;
  const begun = performance.now();
  while (performance.now() - begun < ROUND_MS) {
    for (const { form } of forms) stem(form);
    words += forms.length;
  }
  return Math.round((1_000 * words) / (performance.now() - begun));
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

try {
  const { files, language: told } = askedFor(options);
  const lexicon = await kazakhLexicon();
  const stems: Readonly<Record<Language, Stem>> = {
    ru: stemRussian,
    kk: (word) => stemKazakh(word, lexicon),
  };
  for (const file of files) {
    const language = told ?? languageOfName(file);
    const forms = await readForms(file);
    const line = {
      file: path.basename(file),
      language,
      types: forms.length,
      ...quality(forms, stems[language]),
      terms: quality(forms, (word) => termOf(word, language, lexicon)),
      wordsPerSecond: speed(forms, stems[language]),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
