import { createHash } from 'node:crypto';
import type { CaseUnit, InTransaction } from '../../src/cases/application/case-store.ts';
import { writePublications } from '../../src/cases/application/publish-case.ts';
import { writeDrafts } from '../../src/cases/application/write-drafts.ts';
import type { CaseContent } from '../../src/cases/index.ts';
import type { Context } from '../../src/kernel/context.ts';
import { inSlices } from '../../src/kernel/in-slices.ts';
import { isLanguage } from '../../src/kernel/language.ts';
import { isProse } from '../../src/platform/markdown/prose.ts';
import type { EvalDocument } from './read-set.ts';

/** What every fixture case has in common, so that nothing but its text tells it from the others. */
const FIXED = { region: 'KZ-75', category: 'snow-removal', outcome: 'resolved' } as const;
const FIXED_SOURCE = {
  url: 'https://example.org/',
  publisher: 'example.org',
  published: null,
  accessed: '2026-01-01',
  language: 'ru',
};
const TITLE_LENGTH = 120;
const WRITTEN_AT_ONCE = 200;

/** The id of the case that a document becomes: a UUID made of its id. */
export function fixtureId(documentId: string): string {
  const hex = createHash('sha256').update(documentId).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Makes every document a published case, through the store and the outbox, below validation.
 * Errors: an Error that names the id where two documents have the same.
 */
export async function writeFixtures(
  documents: readonly EvalDocument[],
  { inTransaction, ctx }: { inTransaction: InTransaction; ctx: Context },
): Promise<void> {
  refuseSameIds(documents);
  for (const slice of inSlices(documents, WRITTEN_AT_ONCE))
    await inTransaction(ctx, (unit) => write(unit, slice, ctx));
}

function refuseSameIds(documents: readonly EvalDocument[]): void {
  const seen = new Set<string>();
  for (const { id } of documents) {
    if (seen.has(id))
      throw new Error(`docs.jsonl: two documents have the id ${id}; give one of them another`);
    seen.add(id);
  }
}

/** By the writing parts of the verbs, which check nothing. */
async function write(unit: CaseUnit, documents: readonly EvalDocument[], ctx: Context): Promise<void> {
  const drafts = documents.map((document) => {
    const id = fixtureId(document.id);
    return { id, head: null, content: contentOf(document, id) };
  });
  const { written } = await writeDrafts(unit, ctx, drafts, null);
  await writePublications(unit, ctx, written, null);
}

function contentOf({ text, title, lang }: EvalDocument, id: string): CaseContent {
  const language = isLanguage(lang) ? lang : 'ru';
  const problem = storable(text);
  return {
    slug: `fixture-${id}`,
    origin: null,
    originalLanguage: language,
    translations: {
      [language]: {
        title: storable(title ?? firstSentence(text)),
        summary: '',
        sections: { problem: asPlainMarkdown(problem) },
        origin: 'original',
        basedOnRevision: null,
      },
    },
    ...FIXED,
    place: null,
    owner: null,
    others: [],
    tags: [],
    seasons: [],
    problem: { noticedOn: null, channels: [] },
    outcomeReason: null,
    resolvedOn: null,
    timeline: [],
    contracts: [],
    money: [],
    indicators: [],
    facts: [],
    sources: [FIXED_SOURCE],
    legal: [],
    unknown: [],
    links: [],
    confidence: 'unverified',
    verified: null,
    reviewBy: null,
  };
}

/** What PostgreSQL cannot hold is left out. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ');
}

/** Up to the first full stop that ends a sentence of some length. */
function firstSentence(text: string): string {
  const sentence = /^[\s\S]{20,}?[.!?…\n]/.exec(text)?.[0] ?? text;
  return sentence.slice(0, TITLE_LENGTH).trim();
}

/** Signs that Markdown would read as markup are text here. */
function asPlainMarkdown(text: string): string {
  if (isProse(text)) return text;
  return text.replaceAll(/[\\`*_{}[\]<>#+!|~-]/g, String.raw`\$&`);
}
