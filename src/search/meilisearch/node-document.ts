import { z } from 'zod';
import { confidence, outcome } from '../../cases/index.ts';
import { LANGUAGES } from '../../kernel/language.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import { spokenTitles } from '../application/title-match.ts';
import { type WordForm, wordForms } from '../application/word-forms.ts';
import { type Passage, SEARCH_FIELDS, type SearchDocument } from '../domain/search-document.ts';

/** Makes documents of a node; beside the case's own attributes they hold what a person may type. */
export type ToNodeDocument = (document: SearchDocument) => NodeDocument;

export interface NodeDocument {
  readonly id: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** What tells the documents of cases from the state of the index, which lies among them. */
export const CASE = 'case';

/** Stands in the place of a case that is taken out, until it is taken out itself; no search finds it. */
export const GONE = 'gone';

export function toNodeDocument(analyse: Analyse): ToNodeDocument {
  const wordsOf = wordValues(analyse);
  return ({ id, revision, slug, attributes, passages }) => {
    const titles = spokenTitles(passages, analyse);
    const { year, ...rest } = attributes;
    return {
      id,
      kind: CASE,
      revision,
      slug,
      ...rest,
      year: year === null ? null : String(year),
      titles,
      near: titles,
      words: wordsOf(passages),
      passages,
    };
  };
}

/** Between the parts of a word's value; stands in no word. */
const PART = '\u0001';
const CAPITALS = '1';
/** Bytes beyond which Meilisearch takes no value of a filter. */
const LONGEST_VALUE = 400;

/**
 * Makes of each word of a case its value, its sound first, since a facet is searched by its beginning; once for every form,
 * since most of a case's words stand in others too.
 */
function wordValues(analyse: Analyse): (passages: readonly Passage[]) => string[] {
  const formsOf = wordForms(analyse);
  const kept = new WeakMap<WordForm, string>();
  const takenValue = (form: WordForm): string => {
    const known = kept.get(form);
    if (known !== undefined) return known;
    const value = facetValue(form);
    const taken = isTooLong(value) ? '' : value;
    kept.set(form, taken);
    return taken;
  };
  return (passages) => {
    const values: string[] = [];
    for (const form of formsOf(passages).values()) {
      const value = takenValue(form);
      if (value !== '') values.push(value);
    }
    return values;
  };
}

function facetValue({ sound, stem, language, written }: WordForm): string {
  // Values that differ in capital letters alone are one to Meilisearch.
  const capitals = written === written.toLowerCase() ? '' : CAPITALS;
  return [sound, stem, language ?? '', written, capitals].join(PART);
}

/** A unit of UTF-16 takes at most three bytes, so that short values need not be counted. */
function isTooLong(value: string): boolean {
  return value.length * 3 > LONGEST_VALUE && Buffer.byteLength(value) > LONGEST_VALUE;
}

/** Reads a value that {@link facetValue} wrote. */
export function readWord(value: string, documents: number) {
  const [sound = '', stem = '', language = '', written = ''] = value.split(PART);
  return {
    sound,
    stem,
    written,
    language: LANGUAGES.find((known) => known === language) ?? null,
    documents,
  };
}

const attributes = {
  region: z.string(),
  category: z.string(),
  outcome,
  confidence,
  year: z.string().nullable(),
  seasons: z.array(z.string()),
  money: z.number().nullable(),
  date: z.string().nullable(),
  adoptions: z.object({ total: z.number(), worked: z.number() }),
};
const passage = z.object({
  field: z.enum(SEARCH_FIELDS),
  language: z.enum(LANGUAGES).nullable(),
  text: z.string(),
});
const stored = z.object({
  id: z.string(),
  revision: z.number(),
  slug: z.string(),
  ...attributes,
  passages: z.array(passage),
});

/** The fields that {@link storedDocument} reads. */
export const DOCUMENT_FIELDS = Object.keys(stored.shape);
/** The titles of a case, for whoever compares them with what is typed. */
export const titledCase = z.object({ id: z.string(), titles: z.record(z.enum(LANGUAGES), z.string()) });
export const TITLE_FIELDS = Object.keys(titledCase.shape);
export const ATTRIBUTE_FIELDS = ['id', ...Object.keys(attributes)];

const toAttributes = ({ year, ...rest }: z.infer<typeof listed>) => ({
  ...rest,
  year: year === null ? null : Number(year),
});
const listed = z.object(attributes);

export const storedDocument = stored.transform(
  ({ id, revision, slug, passages, ...rest }): SearchDocument => ({
    id,
    revision,
    slug,
    attributes: toAttributes(rest),
    passages,
  }),
);
export const listedCase = z
  .object({ id: z.string(), ...attributes })
  .transform(({ id, ...rest }) => ({ id, attributes: toAttributes(rest) }));
