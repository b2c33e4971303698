import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CaseContent } from '../../src/cases/index.ts';
import { loadReference } from '../../src/reference/adapters/load-reference.ts';
import type { Analyse } from '../../src/search/analysis/analyse-text.ts';
import { analysisOf } from '../../src/search/application/analysis-of.ts';
import type { FedIndex } from '../../src/search/application/engine.ts';
import type { SearchDocument } from '../../src/search/domain/search-document.ts';
import { createEmbeddedEngine } from '../../src/search/embedded/embedded-engine.ts';
import { createTermIndex } from '../../src/search/embedded/term-index.ts';
import type { EvalDocument } from '../retrieval/read-set.ts';
import { generatedDocuments } from './generated.ts';
import { round } from './statistics.ts';

const SEED = 20_261_123;
const MB = 2 ** 20;

/** What the embedded engine holds, the documents themselves counted. */
export async function engineMemory(cases: readonly CaseContent[], count: number) {
  return { figure: 'embedded-engine-memory', ...(await memoryOf(createEmbeddedEngine, cases, count)) };
}

/** What the term index holds: all that a process has of the cases while Meilisearch has their texts. */
export async function termIndexMemory(cases: readonly CaseContent[], count: number) {
  return { figure: 'term-index-memory', ...(await memoryOf(createTermIndex, cases, count)) };
}

/**
 * The memory of the process (heap and typed arrays, after a collection of garbage) with an index filled less that
 * without.
 */
async function memoryOf(
  create: (analyse: Analyse) => FedIndex,
  cases: readonly CaseContent[],
  count: number,
): Promise<{ cases: number; mb: number; fillMs: number }> {
  const reference = await loadReference(path.join(import.meta.dirname, '../../content/taxonomy'));
  const { analyse } = analysisOf(reference, reference.glossary);
  const index = create(analyse);
  const before = held();
  const begun = performance.now();
  await index.rebuild(documents(generatedDocuments(cases, count, SEED)));
  const fillMs = Math.round(performance.now() - begun);
  const { documents: filled } = await index.health();
  return { cases: filled, mb: round((held() - before) / MB), fillMs };
}

async function* documents(generated: readonly EvalDocument[]): AsyncGenerator<SearchDocument[]> {
  for (const { id, title = '', text } of generated)
    yield [
      {
        id,
        revision: 1,
        slug: id,
        attributes: ATTRIBUTES,
        passages: [
          { field: 'title', language: 'ru', text: title },
          { field: 'problem', language: 'ru', text },
        ],
      },
    ];
}

const ATTRIBUTES: SearchDocument['attributes'] = {
  region: 'KZ-75',
  category: 'snow-removal',
  outcome: 'resolved',
  confidence: 'unverified',
  year: 2025,
  seasons: [],
  money: null,
  date: null,
  adoptions: { total: 0, worked: 0 },
};

function held(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') for (let i = 0; i < 3; i++) collect();
  // What is external counts typed arrays too.
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
