import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { CaseContent } from '../../../src/cases/index.ts';
import { analysisOf } from '../../../src/search/application/analysis-of.ts';
import { searchInput } from '../../../src/search/index.ts';
import { nodeClient } from '../../../src/search/meilisearch/node-client.ts';
import { toNodeDocument } from '../../../src/search/meilisearch/node-document.ts';
import { nodeReader } from '../../../src/search/meilisearch/node-reader.ts';
import { INDEX_SETTINGS } from '../../../src/search/meilisearch/settings.ts';
import { caseInput } from '../../../test/support/case-input.ts';
import { writeFixtures } from '../../retrieval/fixture.ts';
import { benchContext } from '../../retrieval/open-base.ts';
import { generatedDocuments } from '../generated.ts';
import { quantile, round } from '../statistics.ts';
import { loadIndex, PLAIN, plainDocument } from './indexes.ts';
import type { Bench } from './open-bench.ts';

const SEED = 20_261_123;
const SINGLE_CASES = 30;
const SLICE = 500;
const LOOK_EVERY_MS = 2;
const GIVE_UP_AFTER_MS = 60_000;
const ctx = benchContext('bench');

/**
 * Generated cases written and searchable in the node, and then the node's index built anew from PostgreSQL, each against
 * the same documents sent straight to Meilisearch; the index of plain texts is filled as well, for the baselines.
 */
export async function* loadFigures(
  cases: readonly CaseContent[],
  { bench, plain, count }: { bench: Bench; plain: string; count: number },
) {
  const written = generatedDocuments(cases, count, SEED);
  const begun = performance.now();
  await writeFixtures(written, { inTransaction: bench.inTransaction, ctx });
  const writtenMs = performance.now() - begun;
  await bench.searchable(bench.shipped + count);
  const searchableMs = performance.now() - begun;

  const straight = await loadStraight(bench, plain);
  yield {
    figure: 'load',
    cases: count,
    writtenMs: Math.round(writtenMs),
    searchableMs: Math.round(searchableMs),
    sameDocumentsStraightMs: Math.round(straight.sameMs),
    plainTextsStraightMs: Math.round(straight.plainMs),
    ratio: round(searchableMs / straight.sameMs),
    ratioToPlainTexts: round(searchableMs / straight.plainMs),
  };

  const rebuilding = performance.now();
  for (const { rebuild } of bench.nodeTools) await rebuild(() => undefined);
  const rebuiltMs = performance.now() - rebuilding;
  yield {
    figure: 'rebuild',
    cases: count,
    rebuiltMs: Math.round(rebuiltMs),
    sameDocumentsStraightMs: Math.round(straight.sameMs),
    ratio: round(rebuiltMs / straight.sameMs),
  };
}

/**
 * The same documents, and their plain texts, put into Meilisearch by nothing else. They are not held afterwards: a gigabyte
 * of them would be walked by each collection of garbage while an index is built.
 */
async function loadStraight(bench: Bench, plain: string): Promise<{ sameMs: number; plainMs: number }> {
  const documents = await bench.documents();
  const { analyse } = analysisOf(bench.reference, bench.reference.glossary);
  const same = await inSlices(documents, toNodeDocument(analyse));
  const straight = await loadIndex(bench.client, bench.uid(), { settings: INDEX_SETTINGS, documents: same });
  const texts = await loadIndex(bench.client, plain, {
    settings: PLAIN,
    documents: documents.map(plainDocument),
  });
  return { sameMs: straight.ms, plainMs: texts.ms };
}

/** Of all, a slice at a time: a process that answers nobody for minutes loses its connections. */
async function inSlices<From, To>(all: readonly From[], make: (one: From) => To): Promise<To[]> {
  const made: To[] = [];
  for (let i = 0; i < all.length; i += SLICE) {
    made.push(...all.slice(i, i + SLICE).map(make));
    await setImmediate();
  }
  return made;
}

/** From the commit of one case until a search for a word of it finds it, and until the node has it. */
export async function commitFigures(bench: Bench, count: number) {
  const { urls, searchKey, uid } = bench.meilisearch;
  const reader = nodeReader(nodeClient(urls[0] ?? '', searchKey), uid);
  const times = { found: [] as number[], inNode: [] as number[] };
  for (let i = 0; i < SINGLE_CASES; i++) {
    const word = `слово${[...String(1_000 + i)].map((digit) => 'абвгдежзик'[Number(digit)]).join('')}`;
    const content = caseInput({ title: `Проверка: ${word}` });
    const { id } = await bench.cases.verbs.createCase({ ctx, input: { content } });
    await bench.cases.verbs.publishCase({ ctx, input: { id } });
    const begun = performance.now();
    const since = async (is: () => Promise<boolean>) => {
      while (!(await is())) {
        if (performance.now() - begun > GIVE_UP_AFTER_MS) throw new Error(`${word} is not found`);
        await sleep(LOOK_EVERY_MS);
      }
      return performance.now() - begun;
    };
    const [found, inNode] = await Promise.all([
      since(async () => {
        const input = searchInput.parse({ text: word, limit: 100 });
        const { hits } = await bench.search.verbs.searchCases({ ctx, input });
        return hits.some((hit) => hit.case.id === id);
      }),
      since(async () => (await reader.documents([id], AbortSignal.timeout(10_000))).length > 0),
    ]);
    times.found.push(found);
    times.inNode.push(inNode);
  }
  const of = (values: readonly number[]) => ({
    medianMs: round(quantile(values, 0.5)),
    p95Ms: round(quantile(values, 0.95)),
  });
  return { figure: 'commit-to-searchable', cases: count, ...of(times.found), inNode: of(times.inNode) };
}
