import type { CaseContent } from '../../src/cases/index.ts';
import { chanceOf } from '../chance.ts';
import type { EvalDocument } from '../retrieval/read-set.ts';

/** Sentences per generated write-up, and per generated complaint. */
const LENGTH = { document: 9, complaint: 3 } as const;
const MOST_WORDS = 4;
/** Draws for each different one. */
const DRAWS = 30;
const CHARACTERS = { least: 200, most: 2_000 } as const;
/** Generated complaints that make a long one. */
const PARTS = 8;
const GREETING = 'Здравствуйте! Прошу принять меры. ';

/** Write-ups put together from sentences of the shipped ones, always the same for the same seed. */
export function generatedDocuments(
  cases: readonly CaseContent[],
  count: number,
  seed: number,
): EvalDocument[] {
  const random = chanceOf(seed).number;
  const sentences = cases.flatMap(sentencesOf);
  return Array.from({ length: count }, (_, i) => ({
    id: `generated-${i}`,
    lang: 'ru',
    title: pick(cases, random).translations.ru?.title ?? '',
    text: draw(sentences, LENGTH.document, random),
  }));
}

/** Complaints put together from what the shipped cases say that people complained of. */
export function generatedComplaints(cases: readonly CaseContent[], count: number, seed: number): string[] {
  const random = chanceOf(seed).number;
  const complaints = cases.flatMap((one) => one.translations.ru?.sections.problem ?? []);
  return Array.from({ length: count }, () => GREETING + draw(complaints, LENGTH.complaint, random));
}

/**
 * What people type: beginnings of what the shipped cases are called, cut within a word; one in four with
 * a letter left out.
 */
export function generatedBeginnings(cases: readonly CaseContent[], count: number, seed: number): string[] {
  const random = chanceOf(seed).number;
  const titles = cases.flatMap(({ translations }) => translations.ru?.title ?? []);
  return Array.from({ length: count }, () => {
    const words = wordsOf(pick(titles, random));
    const at = Math.floor(random() * words.length);
    const typed = words.slice(Math.max(0, at - 1), at + 1).join(' ');
    const begun = typed.slice(0, Math.max(3, typed.length - Math.floor(random() * 4)));
    const wrong = Math.floor(random() * 4 * begun.length);
    return begun.slice(0, wrong) + begun.slice(wrong + 1);
  });
}

/**
 * What people type into the box: one to four neighbouring words of what a shipped case is called, no two alike. The
 * shipped titles have some 4,000 of them.
 */
export function generatedWords(cases: readonly CaseContent[], count: number, seed: number): string[] {
  const random = chanceOf(seed).number;
  const titles = cases.flatMap(({ translations }) => translations.ru?.title ?? []);
  const drawn = new Set<string>();
  for (let i = 0; drawn.size < count; i++) {
    if (i > DRAWS * count) throw new Error(`the titles have no ${count} different words`);
    const words = wordsOf(pick(titles, random));
    const wanted = Math.min(1 + (i % MOST_WORDS), words.length);
    const from = Math.floor(random() * (words.length - wanted + 1));
    drawn.add(words.slice(from, from + wanted).join(' '));
  }
  return [...drawn];
}

/** Complaints of 200 to 2,000 characters, evenly. */
export function complaintsOfAllLengths(cases: readonly CaseContent[], count: number, seed: number): string[] {
  const { least, most } = CHARACTERS;
  const parts = generatedComplaints(cases, count * PARTS, seed);
  return Array.from({ length: count }, (_, i) =>
    parts
      .slice(i * PARTS, (i + 1) * PARTS)
      .join(' ')
      .slice(0, least + ((most - least) * i) / Math.max(1, count - 1)),
  );
}

function wordsOf(title: string): string[] {
  return title.split(/[^\p{L}]+/u).filter((word) => word.length > 3);
}

function sentencesOf({ translations }: CaseContent): string[] {
  const text = Object.values(translations.ru?.sections ?? {}).join(' ');
  return text.split(/(?<=[.!?])\s+/u).filter((sentence) => sentence.length > 20);
}

function draw(from: readonly string[], count: number, random: () => number): string {
  return Array.from({ length: count }, () => pick(from, random)).join(' ');
}

function pick<T>(from: readonly T[], random: () => number): T {
  const item = from[Math.floor(random() * from.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
