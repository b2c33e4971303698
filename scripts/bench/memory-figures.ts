import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CaseContent } from '../../src/cases/index.ts';
import { loadReference } from '../../src/reference/adapters/load-reference.ts';
import { analysisOf } from '../../src/search/application/analysis-of.ts';
import type { SearchDocument } from '../../src/search/domain/search-document.ts';
import { createEmbeddedEngine } from '../../src/search/embedded/embedded-engine.ts';
import type { EvalDocument } from '../retrieval/read-set.ts';
import { generatedDocuments } from './generated.ts';
import { round } from './statistics.ts';

const SEED = 20_261_123;
const MB = 2 ** 20;

/**
 * What the embedded engine holds: the memory of the process (heap and typed arrays, after a collection of garbage) with
 * the engine filled less that without, the documents themselves counted.
 */
export async function engineMemory(cases: readonly CaseContent[], count: number) {
  const reference = await loadReference(path.join(import.meta.dirname, '../../content/taxonomy'));
  const { analyse } = analysisOf(reference, reference.glossary);
  const engine = createEmbeddedEngine(analyse);
  const before = held();
  await engine.rebuild(documents(generatedDocuments(cases, count, SEED)));
  const { documents: filled } = await engine.health();
  return { figure: 'embedded-engine-memory', cases: filled, mb: round((held() - before) / MB) };
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
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
