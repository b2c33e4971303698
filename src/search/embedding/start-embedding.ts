import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseFilters } from '../../cases/index.ts';
import type { IndexChange } from '../application/engine.ts';
import type { CompareOutside, HeldVectors, SemanticIndex, SemanticQuery } from '../application/meaning.ts';
import { passageEmbedder } from './embed-passages.ts';
import { type QueryOptions, queryEmbedder } from './embed-queries.ts';
import type { Embedder } from './embedder.ts';
import type { EmbeddingLog } from './embedding-log.ts';
import { type KeepingPorts, type KeepingProgress, keepVectors } from './keep-vectors.ts';
import { movedTowards } from './moved-towards.ts';
import type { VectorCache } from './vector-cache.ts';
import { createVectorTable, type VectorTable } from './vector-table.ts';

export interface EmbeddingPorts extends Pick<KeepingPorts, 'documents' | 'passagePrefix' | 'made'> {
  readonly embedder: Embedder;
  readonly cache: VectorCache;
  /** How much the head of a case counts beside its best passage, 0 to 1. */
  readonly headShare: number;
  /** What a question is made into before it is sent (see mask-query.ts). */
  readonly prepare: (text: string) => string;
  /** Compares where there are too many vectors to hold here; none where left out. */
  readonly compareOutside?: CompareOutside | undefined;
  readonly log: EmbeddingLog;
}

export interface EmbeddingOptions extends QueryOptions {
  /** Numbers (vectors times dimensions) beyond which nothing is held; default {@link MOST_NUMBERS}. */
  readonly mostNumbers?: number;
}

export interface EmbeddingHealth extends KeepingProgress {
  readonly model: string;
  /** Whether questions are answered with vectors now. */
  readonly answering: boolean;
  /** Since the start of the process. */
  readonly failures: { readonly query: number; readonly passage: number; readonly comparison: number };
  /** Numbers held, 4 bytes each. */
  readonly numbers: number;
}

/** The vectors of the published cases, kept up to date in the background. */
export interface Embedding {
  readonly index: SemanticIndex;
  /** The cases are these and no others; before that nothing is done. */
  replaceAll(ids: readonly string[]): void;
  apply(changes: readonly IndexChange[]): void;
  /** Of the embedder's answers or of the vectors that were kept of it; undefined while there was none. */
  dimensions(): number | undefined;
  health(): EmbeddingHealth;
  /**
   * Resolves when every case handed in has its vectors. Rejects when the embedder, or the database, has not served
   * for `patience` milliseconds, when there are too many vectors to hold and nowhere else to compare them, or when it is stopped.
   */
  settled(patience?: number): Promise<void>;
  stop(): Promise<void>;
}

/** See docs/benchmarks.md, "Vectors": 60 million numbers are 240 MB, and a question compares with all of them. */
const MOST_NUMBERS = 60_000_000;
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 25;

/**
 * Starts keeping vectors. Until every case has been looked at once, answers are lexical: with a model that is new
 * here the vectors of the earlier one could not be compared, and half a set would prefer the half that it has.
 */
export function startEmbedding(ports: EmbeddingPorts, options: EmbeddingOptions = {}): Embedding {
  const { embedder, cache, log } = ports;
  const { compareOutside } = ports;
  const { mostNumbers = MOST_NUMBERS, ...queryOptions } = options;
  const stopping = new AbortController();
  const failures = { query: 0, passage: 0, comparison: 0 };
  let dimensions: number | undefined;
  let table: VectorTable | undefined;
  let ready = false;
  let tooMany = false;
  /** Changes of the table since the start. */
  let version = 0;
  /** Why the nodes did not compare last; null while they do. */
  let trouble: string | null = null;

  const queries = queryEmbedder(
    embedder,
    {
      prepare: ports.prepare,
      failed: () => {
        failures.query += 1;
      },
      log,
    },
    queryOptions,
  );
  const embedPassages = passageEmbedder({
    embedder,
    quiet: () => queries.quiet(),
    stopping: stopping.signal,
    log,
  });

  /** What the server answers with now is the truth; kept vectors of another length are another model's. */
  const adopt = (found: number) => {
    if (found === dimensions) return;
    const had = dimensions;
    dimensions = found;
    if (had === undefined) return;
    log.error(
      { model: embedder.model, had, found },
      'the embedder answers with vectors of another length than those kept under its name: all are made again; give another model another EMBEDDER_MODEL',
    );
    table = undefined;
    ready = false;
    version += 1;
    keeping.again();
  };
  const keeping = keepVectors(
    {
      documents: ports.documents,
      passagePrefix: ports.passagePrefix,
      log,
      cache: {
        ...cache,
        async read(hashes) {
          const held = await cache.read(hashes);
          for (const [hash, { length }] of held) {
            dimensions ??= length;
            if (length !== dimensions) held.delete(hash);
          }
          return held;
        },
      },
      embed: (passages, keep) =>
        embedPassages(passages, async (made) => {
          for (const { length } of made.values()) adopt(length);
          await keep(made);
        }),
      put(id, vectors) {
        if (tooMany) return;
        const all = [...vectors.parts, ...vectors.heads];
        if (tooMany || dimensions === undefined || all.some(({ length }) => length !== dimensions)) return;
        table ??= createVectorTable(dimensions, ports.headShare);
        table.put(id, vectors);
        version += 1;
        if (table.size > mostNumbers) giveUp(table.size);
      },
      remove(id) {
        table?.remove(id);
        version += 1;
      },
      made: ports.made,
      complete: () => {
        ready = true;
        version += 1;
      },
      failed: () => {
        failures.passage += 1;
      },
    },
    stopping.signal,
  );
  const giveUp = (numbers: number) => {
    tooMany = true;
    table = undefined;
    if (compareOutside !== undefined) {
      log.info({ numbers, mostNumbers }, 'too many vectors to hold in memory: the search nodes compare them');
      return;
    }
    ready = false;
    stopping.abort();
    log.error(
      { numbers, mostNumbers },
      'too many vectors to hold in memory: searches are answered by words alone',
    );
  };

  const compared = (vector: Float32Array | undefined): SemanticQuery | undefined => {
    if (vector === undefined || table === undefined || !ready) return undefined;
    const { likeness, centre, cosine, hubness } = table;
    const { of: similarity, ...comparison } = table.compare(vector);
    const towards: HeldVectors['towards'] = (ids, weight) => {
      const moved = movedTowards(
        vector,
        ids.flatMap((id) => centre(id) ?? []),
        weight,
      );
      return (id) => cosine(id, moved);
    };
    return { model: embedder.model, similarity, ...comparison, held: { likeness, towards, hubness } };
  };

  const outside = async (vector: Float32Array, filters: CaseFilters): Promise<SemanticQuery | undefined> => {
    const { model } = embedder;
    const space = { model, passagePrefix: ports.passagePrefix, dimensions: vector.length };
    try {
      const found = await compareOutside?.({ space, vector, filters });
      trouble = null;
      return found;
    } catch (error) {
      failures.comparison += 1;
      const problem = String(error);
      // One line a trouble is enough.
      if (problem !== trouble) log.warn({ problem }, 'no search node compared a question with the cases');
      trouble = problem;
      return undefined;
    }
  };

  return {
    index: {
      model: embedder.model,
      get version() {
        return tooMany ? undefined : version;
      },
      async of(text, filters = {}) {
        if (!ready || (table === undefined && !tooMany)) return undefined;
        const vector = await queries.vectorOf(text);
        if (vector === undefined) return undefined;
        adopt(vector.length);
        return tooMany && ready ? outside(vector, filters) : compared(vector);
      },
      ofCase: (id) => compared(table?.centre(id)),
    },
    replaceAll: keeping.replaceAll,
    apply: keeping.apply,
    dimensions: () => dimensions,
    health: () => ({
      model: embedder.model,
      answering: ready && queries.closed,
      failures: { ...failures },
      numbers: table?.size ?? 0,
      ...keeping.progress(),
    }),
    async settled(patience = PATIENCE_MS) {
      let wellAt = Date.now();
      for (;;) {
        const { waiting, problem } = keeping.progress();
        if (tooMany && compareOutside === undefined)
          throw new Error('there are too many vectors to hold in memory');
        if (ready && waiting === 0) return;
        if (stopping.signal.aborted) throw new Error('the embedding was stopped');
        if (problem === null) wellAt = Date.now();
        else if (Date.now() - wellAt > patience)
          throw new Error(`${waiting} cases have no vectors: ${problem}`);
        await sleep(LOOK_EVERY_MS);
      }
    },
    async stop() {
      stopping.abort();
      queries.stop();
      await keeping.stop();
    },
  };
}
