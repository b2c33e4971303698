import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexChange } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import type { EmbeddingLog } from './embedding-log.ts';
import { headsOf, passageHash, passagesOf } from './passages.ts';
import type { VectorCache } from './vector-cache.ts';
import type { CaseVectors } from './vector-table.ts';

export interface KeepingPorts {
  /** The documents of those ids as they are now; withdrawn ones are left out. */
  readonly documents: (ids: readonly string[]) => Promise<SearchDocument[]>;
  readonly cache: VectorCache;
  /** Embeds passages by hash and hands over what was made (see embed-passages.ts). */
  readonly embed: (
    passages: ReadonlyMap<string, string>,
    keep: (vectors: ReadonlyMap<string, Float32Array>) => Promise<void>,
  ) => Promise<void>;
  readonly passagePrefix: string;
  /** What became of a case: its vectors, or none. */
  readonly put: (id: string, vectors: CaseVectors) => void;
  readonly remove: (id: string) => void;
  /** Told of cases whose vectors this process made: they are in the cache now. Rejects to be told again. */
  readonly made?: ((ids: readonly string[]) => Promise<void>) | undefined;
  /** Every case has been looked at, for the first time. */
  readonly complete: () => void;
  readonly failed: () => void;
  readonly log: EmbeddingLog;
}

export interface KeepingProgress {
  readonly cases: number;
  /** Cases whose vectors are not there yet or belong to an earlier text. */
  readonly waiting: number;
  /** What keeps them waiting, until it goes right again. */
  readonly problem: string | null;
}

export interface Keeping {
  /** The cases are these and no others. */
  replaceAll(ids: readonly string[]): void;
  apply(changes: readonly IndexChange[]): void;
  progress(): KeepingProgress;
  /** Forgets every vector and gets all again. */
  again(): void;
  stop(): Promise<void>;
}

/** Cases read from the cache at once, and cases embedded before the turn goes to another process. */
const READ_AT_ONCE = 100;
const EMBEDDED_AT_ONCE = 8;
/** How often a process whose turn it is not looks for what the other one made. */
const TURN_EVERY_MS = 1_000;
/** The pause after a failure, doubled by each one that follows. */
const PAUSE_MS = { first: 500, most: 60_000 };
const TOLD_EVERY_MS = 30_000;

interface Wanted {
  readonly id: string;
  /** Text by hash, of passages and heads. */
  readonly passages: ReadonlyMap<string, string>;
  readonly parts: readonly string[];
  readonly heads: readonly string[];
}

/**
 * Keeps the vectors of the published cases: first those of the cache, then it has the others made, in the background
 * and in turns with other processes. Trouble with the embedder or the database is waited out, longer each time, up
 * to a minute.
 */
export function keepVectors(ports: KeepingPorts, stopping: AbortSignal): Keeping {
  const { documents, cache, embed, put, remove, log } = ports;
  /** What is published; a case that is withdrawn while it is embedded must not come back. */
  const wanted = new Set<string>();
  const unread = new Set<string>();
  /** How many are being read: neither unread nor known to be missing. */
  let reading = 0;
  const missing = new Set<string>();
  /** Cases with new vectors of which nobody was told yet. */
  const untold = new Set<string>();
  let begun = false;
  let complete = false;
  let problem: string | null = null;
  let toldAt = Date.now();
  let awake: () => void = () => undefined;

  const waiting = () => unread.size + reading + missing.size;
  const read = async (ids: readonly string[]): Promise<Wanted[]> => {
    const found = (await documents(ids)).map(hashed);
    const held = await cache.read([...new Set(found.flatMap(({ passages }) => [...passages.keys()]))]);
    return found.filter((one) => !settle(one, held, false));
  };
  /** Puts a case whose vectors are all there, or all that can be had. */
  const settle = (
    { id, passages, parts, heads }: Wanted,
    held: ReadonlyMap<string, Float32Array>,
    enough: boolean,
  ) => {
    const there = [...passages.keys()].every((hash) => held.has(hash));
    if (!there && !enough) return false;
    const vectorsOf = (hashes: readonly string[]) => hashes.flatMap((hash) => held.get(hash) ?? []);
    if (wanted.has(id)) put(id, { parts: vectorsOf(parts), heads: vectorsOf(heads) });
    return true;
  };
  const hashed = (document: SearchDocument): Wanted => {
    const passages = new Map<string, string>();
    const hashes = (texts: readonly string[]) =>
      texts.map((text) => {
        const hash = passageHash(ports.passagePrefix, text);
        passages.set(hash, text);
        return hash;
      });
    const [parts, heads] = [hashes(passagesOf(document)), hashes(headsOf(document))];
    return { id: document.id, passages, parts, heads };
  };

  const readSome = async () => {
    const ids = [...unread].slice(0, READ_AT_ONCE);
    for (const id of ids) unread.delete(id);
    reading = ids.length;
    try {
      for (const { id } of await read(ids)) if (wanted.has(id)) missing.add(id);
    } catch (error) {
      for (const id of ids) if (wanted.has(id)) unread.add(id);
      throw error;
    } finally {
      reading = 0;
    }
  };
  const embedSome = async () => {
    const ids = [...missing].slice(0, EMBEDDED_AT_ONCE);
    const had = await cache.alone(async () => {
      // Another process may have made them since.
      const still = await read(ids);
      for (const id of ids) if (!still.some((one) => one.id === id)) missing.delete(id);
      const texts = new Map(still.flatMap(({ passages }) => [...passages]));
      const held = await cache.read([...texts.keys()]);
      for (const hash of held.keys()) texts.delete(hash);
      const settled = (enough: boolean) => {
        for (const one of still)
          if (missing.has(one.id) && settle(one, held, enough)) {
            missing.delete(one.id);
            // Where nothing could be made, telling would begin it all again.
            if ([...one.passages.keys()].some((hash) => fresh.has(hash))) untold.add(one.id);
          }
      };
      const fresh = new Set<string>();
      await embed(texts, async (made) => {
        await cache.write(made);
        for (const [hash, vector] of made) {
          held.set(hash, vector);
          fresh.add(hash);
        }
        settled(false);
        await tellMade();
      });
      settled(true);
      await tellMade();
    });
    if (had) return;
    await pause(TURN_EVERY_MS);
    for (const id of [...missing].slice(0, READ_AT_ONCE)) if (missing.delete(id)) unread.add(id);
  };
  const tellMade = async () => {
    const ids = [...untold];
    if (ids.length === 0) return;
    await ports.made?.(ids);
    for (const id of ids) untold.delete(id);
  };
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping }).catch(() => undefined);

  const run = async () => {
    let failures = 0;
    while (!stopping.aborted)
      try {
        await tellMade();
        if (waiting() > 0) await (unread.size > 0 ? readSome() : embedSome());
        else await idle();
        failures = 0;
        problem = null;
        tell();
      } catch (error) {
        if (stopping.aborted) return;
        fail(error);
        await pause(Math.min(PAUSE_MS.most, PAUSE_MS.first * 2 ** failures++));
      }
  };
  const fail = (error: unknown) => {
    const told = error instanceof Error ? error.message : String(error);
    ports.failed();
    // One line a trouble is enough.
    if (told !== problem) log.warn({ problem: told, waiting: waiting() }, 'cases wait for their vectors');
    problem = told;
  };
  const idle = async () => {
    if (begun && !complete) await finish();
    await new Promise<void>((resolve) => {
      awake = resolve;
      if (waiting() > 0 || stopping.aborted || (begun && !complete)) resolve();
    });
  };
  const finish = async () => {
    complete = true;
    ports.complete();
    log.info({ cases: wanted.size }, 'every case has its vectors');
    const removed = await cache.sweep().catch(() => 0);
    if (removed > 0) log.info({ removed }, 'vectors that nobody asked for in a month are removed');
  };
  const tell = () => {
    if (Date.now() - toldAt < TOLD_EVERY_MS || waiting() === 0) return;
    toldAt = Date.now();
    log.info({ waiting: waiting(), cases: wanted.size }, 'the cases are being embedded');
  };
  const want = (id: string) => {
    wanted.add(id);
    missing.delete(id);
    unread.add(id);
  };
  const drop = (id: string) => {
    wanted.delete(id);
    unread.delete(id);
    missing.delete(id);
    remove(id);
  };

  stopping.addEventListener('abort', () => awake(), { once: true });
  const running = run();

  return {
    replaceAll(ids) {
      const now = new Set(ids);
      for (const id of [...wanted]) if (!now.has(id)) drop(id);
      for (const id of ids) want(id);
      begun = true;
      log.info({ cases: ids.length }, 'the vectors of the cases are read, and made where they are missing');
      awake();
    },
    apply(changes) {
      for (const change of changes)
        if (change.kind === 'put') want(change.document.id);
        else drop(change.id);
      awake();
    },
    progress: () => ({ cases: wanted.size, waiting: waiting(), problem }),
    again() {
      complete = false;
      for (const id of wanted) want(id);
      awake();
    },
    stop: () => running,
  };
}
