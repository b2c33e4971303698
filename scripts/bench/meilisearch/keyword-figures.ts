import { cpus } from 'node:os';
import type { CaseContent } from '../../../src/cases/index.ts';
import { LANGUAGES } from '../../../src/kernel/language.ts';
import { compileProgram } from '../../compile-program.ts';
import { openedSoFar } from '../../retrieval/opened.ts';
import { complaintsOfAllLengths, generatedWords } from '../generated.ts';
import { requestsPerSecond, requestsPerSecondOnce } from '../load.ts';
import { type Program, residentMb, startProgram } from '../service.ts';
import { quantile, round } from '../statistics.ts';
import { baselinePath, baselineSearch, type KeptClient, keptClient, readAnswer } from './client.ts';
import type { Bench } from './open-bench.ts';

const QUERIES = 400;
const COMPLAINTS = 60;
/** Words are asked in each language, so many times over: the compiler of Node is at work for thousands of searches. */
const WARM_UP = { words: 500, rounds: 2, complaints: 60 };
const CALLERS = 16;
const ROUNDS = 3;
/** Words that nobody asked before, in each round of the throughput. */
const NEW_WORDS = 480;
const SEED = 20_261_126;
/** Below those that a system gives to outgoing connections. */
const PORT = 19_419;

/**
 * The service over HTTP, in a process of its own, against the least that can be asked of Meilisearch: words from titles
 * and complaints, asked in turn of both, then many callers at once. Words are measured twice, since the service remembers
 * what is asked for again: those that nobody asked before, and the same a second time, by many callers again and again. `plain`
 * holds the same cases as plain texts.
 */
export async function* keywordFigures(
  cases: readonly CaseContent[],
  { bench, plain, count }: { bench: Bench; plain: string; count: number },
) {
  const fresh = dealer(generatedWords(cases, WARM_UP.words + QUERIES + 2 * ROUNDS * NEW_WORDS, SEED));
  const warmUpWords = fresh(WARM_UP.words);
  const words = fresh(QUERIES);
  const complaints = complaintsOfAllLengths(cases, COMPLAINTS, SEED + 1);
  const warmUpComplaints = complaintsOfAllLengths(cases, WARM_UP.complaints, SEED + 3);
  const key = bench.meilisearch.searchKey;
  const baseline = keptClient(bench.url, { key });
  const services: Program[] = [];
  const opened = openedSoFar();
  opened.add(async () => baseline.close());
  try {
    yield { figure: 'meilisearch-baseline', cases: count, ...(await costOfBaseline(baseline, plain, words)) };
    const program = await compileProgram('bench/meilisearch/service-process.ts');
    opened.add(program.remove);
    const start = async (port: number) => {
      const started = await startService(program.file, { bench, port });
      services.push(started);
      opened.add(started.stop);
      for (let i = 0; i < WARM_UP.rounds; i++) await askAll(started.url, warmUpWords);
      return started;
    };
    const service = await start(PORT);
    const ours = keptClient(service.url);
    opened.add(async () => ours.close());
    const keyword = (warmUp: readonly string[]) =>
      inTurn(
        { warmUp, texts: words },
        (text) => baseline.get(baselinePath(plain, text)),
        (text) => ours.get(ourPath(text)),
      );
    yield { figure: 'keyword-search-over-http', cases: count, words: 'new', ...(await keyword(warmUpWords)) };
    yield { figure: 'keyword-search-over-http', cases: count, words: 'again', ...(await keyword([])) };
    const complaint = await inTurn(
      { warmUp: warmUpComplaints, texts: complaints },
      (text) => baseline.post(...baselineSearch(plain, text)),
      (text) => ours.post('/api/v1/search', { text }),
    );
    yield { figure: 'complaint-search-over-http', cases: count, ...complaint };
    yield* throughputs();
    yield {
      figure: 'resident-memory-of-node',
      engine: 'meilisearch',
      cases: count,
      mb: round(residentMb(service.pid)),
    };
    // As it is run where one processor is not enough: a process for each, over the same database and node.
    const processes = Math.min(cpus().length, CALLERS);
    for (let i = 1; i < processes; i++) await start(PORT + i);
    yield* throughputs();
  } finally {
    await opened.close();
  }

  async function* throughputs() {
    const common = { figure: 'keyword-throughput', cases: count, processes: services.length };
    const once = await throughput(() => fresh(NEW_WORDS), requestsPerSecondOnce);
    yield { ...common, words: 'new', ...once };
    yield { ...common, words: 'again', ...(await throughput(() => words, requestsPerSecond)) };
  }

  /** Requests a second of Meilisearch and of all processes, anew beside each other; the median of the rounds counts. */
  async function throughput(draw: () => readonly string[], rate: typeof requestsPerSecondOnce) {
    const headers = {
      'accept-encoding': 'identity',
      ...(key !== null && { authorization: `Bearer ${key}` }),
    };
    const pairs = [];
    for (let i = 0; i < ROUNDS; i++) {
      const texts = draw();
      const paths = texts.map((text) => baselinePath(plain, text));
      const theirs = await rate(bench.url, CALLERS, { paths, headers });
      const own = await Promise.all(
        services.map(({ url }, at) => {
          const callers = Math.floor((CALLERS + at) / services.length);
          const share = texts.filter((_, place) => place % services.length === at);
          return rate(url, callers, { paths: share.map(ourPath) });
        }),
      );
      pairs.push({
        baseline: round(theirs),
        requestsPerSecond: round(total(own)),
        ratio: round(total(own) / theirs),
      });
    }
    return { callers: CALLERS, ...pairs.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(ROUNDS / 2)] };
  }
}

/** Deals out texts, each once. */
function dealer(texts: readonly string[]) {
  const left = [...texts];
  return (count: number): string[] => left.splice(0, count);
}

/** A process of the service over the database and the node of the bench. */
function startService(file: string, { bench, port }: { bench: Bench; port: number }) {
  const { connection, meilisearch, url } = bench;
  const { uid, searchKey } = meilisearch;
  return startProgram({
    command: [process.execPath, file],
    env: {
      BENCH_BASE: JSON.stringify({ connection, uid }),
      MEILI_URL: url,
      ...(searchKey !== null && { MEILI_SEARCH_KEY: searchKey, MEILI_INDEX_KEY: searchKey }),
      RATE_LIMIT: '0',
      LOG_LEVEL: 'error',
    },
    port,
    ready: isReady,
  });
}

/** Asks each in each language: more than the service remembers, so that it searches again for those asked before. */
async function askAll(url: string, words: readonly string[]): Promise<void> {
  const client = keptClient(url);
  for (const language of LANGUAGES)
    for (const text of words) await client.get(`${ourPath(text)}&lang=${language}`);
  client.close();
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** What the client adds to what the server says that it took (whole milliseconds, rounded down). */
async function costOfBaseline(client: KeptClient, uid: string, words: readonly string[]) {
  const times = [];
  const added = [];
  for (const text of words) {
    const begun = performance.now();
    const { processingTimeMs } = readAnswer(await client.get(baselinePath(uid, text)));
    const ms = performance.now() - begun;
    times.push(ms);
    added.push(ms - processingTimeMs);
  }
  return { medianMs: round(quantile(times, 0.5)), addedMedianMs: round(quantile(added, 0.5)) };
}

/** Both ways asked in turn with the same texts, after some that do not count. */
async function inTurn(
  { warmUp, texts }: { warmUp: readonly string[]; texts: readonly string[] },
  theirs: (text: string) => Promise<unknown>,
  ours: (text: string) => Promise<unknown>,
) {
  const times = { theirs: [] as number[], ours: [] as number[] };
  for (const [i, text] of [...warmUp, ...texts].entries()) {
    const begun = performance.now();
    await theirs(text);
    const between = performance.now();
    await ours(text);
    if (i < warmUp.length) continue;
    times.theirs.push(between - begun);
    times.ours.push(performance.now() - between);
  }
  const of = (values: readonly number[]) => ({
    medianMs: round(quantile(values, 0.5)),
    p95Ms: round(quantile(values, 0.95)),
  });
  const [our, their] = [of(times.ours), of(times.theirs)];
  return {
    ...our,
    baseline: their,
    ratio: { median: round(our.medianMs / their.medianMs), p95: round(our.p95Ms / their.p95Ms) },
    moreMs: { median: round(our.medianMs - their.medianMs), p95: round(our.p95Ms - their.p95Ms) },
  };
}

const ourPath = (text: string) => `/api/v1/search?${new URLSearchParams({ q: text })}`;

async function isReady(url: string): Promise<boolean> {
  const answer: unknown = await (await fetch(`${url}/readyz`)).json();
  return JSON.stringify(answer).includes('"status":"ready"');
}
