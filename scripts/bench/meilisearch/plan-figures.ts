import { z } from 'zod';
import type { CaseContent } from '../../../src/cases/index.ts';
import { analysisOf } from '../../../src/search/application/analysis-of.ts';
import type { CandidatePlan } from '../../../src/search/application/engine.ts';
import { planQuery } from '../../../src/search/application/query-plan.ts';
import { readQuery } from '../../../src/search/application/read-query.ts';
import type { SearchDocument } from '../../../src/search/domain/search-document.ts';
import { createTermIndex } from '../../../src/search/embedded/term-index.ts';
import { documentVector } from '../../../src/search/ranking/document-vector.ts';
import { informativeness } from '../../../src/search/ranking/informativeness.ts';
import { RANKING } from '../../../src/search/ranking/parameters.ts';
import { rank } from '../../../src/search/ranking/rank.ts';
import { TermTable } from '../../../src/search/ranking/term-table.ts';
import { complaintsOfAllLengths } from '../generated.ts';
import { quantile, round } from '../statistics.ts';
import { CANDIDATE_PLANS, rarestFirst, type TermQuery } from './candidate-plans.ts';
import { baselineSearch, type KeptClient, keptClient } from './client.ts';
import { loadIndex, TERMS } from './indexes.ts';
import type { Bench } from './open-bench.ts';

const COMPLAINTS = 40;
const WARM_UP = 5;
const SEED = 20_261_127;
/** How many of the best must be among the candidates. */
const BEST = 10;
const IN_PROCESS = 'the term index of the process';
/** Queries of one complaint at once; those of one multi-search run one after another. */
const AT_ONCE = 4;
const hits = z.object({ hits: z.array(z.object({ id: z.string() })) });

/**
 * For each way to get candidates for a complaint: the share of the ten best of an exact ranking over all documents that
 * is among them, how many there are, and the time against one baseline query with the same text.
 */
export async function* planFigures(
  cases: readonly CaseContent[],
  { bench, plain, count }: { bench: Bench; plain: string; count: number },
) {
  const analysis = analysisOf(bench.reference, bench.reference.glossary);
  const documents = await bench.documents();
  const index = createTermIndex(analysis.analyse);
  await index.rebuild(once(documents));
  const uid = bench.uid();
  const table = new TermTable();
  const ofTerms = documents.map((document) => ({
    id: document.id,
    terms: Array.from(
      documentVector(document, analysis.analyse, table).terms,
      (term) => table.terms[term] ?? '',
    ).join(' '),
  }));
  await loadIndex(bench.client, uid, { settings: TERMS, documents: ofTerms });

  const statistics = await index.statistics();
  const connect = { key: bench.meilisearch.searchKey, connections: AT_ONCE };
  const client = keptClient(bench.url, connect);
  const found = new Map([...Object.keys(CANDIDATE_PLANS), IN_PROCESS].map((name) => [name, new Results()]));
  const baselines: number[] = [];
  for (const [run, text] of complaintsOfAllLengths(cases, COMPLAINTS + WARM_UP, SEED).entries()) {
    const query = planQuery(readQuery(text, analysis, statistics), analysis, statistics, RANKING);
    const plan = { ...query, filters: {}, sort: 'relevance', limit: RANKING.candidates } as const;
    const best = await bestOf({ ...plan, limit: documents.length });
    const baseline = await timed(() => client.post(...baselineSearch(plain, text)));
    const rarest = rarestFirst(query.terms, (term) =>
      informativeness(statistics.frequencyOf(term), statistics.documents),
    );
    if (run >= WARM_UP) baselines.push(baseline.ms);
    for (const [name, results] of found) {
      const queries = CANDIDATE_PLANS[name]?.(rarest);
      const { ms, value } = await timed(() =>
        queries === undefined ? inProcess(plan) : searched(queries, client, uid),
      );
      if (run >= WARM_UP) results.add(value, best, ms);
    }
  }
  client.close();
  const baselineMs = quantile(baselines, 0.5);
  for (const [plan, results] of found)
    yield { figure: 'candidates-for-complaints', cases: count, plan, ...results.summary(baselineMs) };

  async function inProcess(plan: CandidatePlan): Promise<Set<string>> {
    return new Set((await index.candidates(plan)).candidates.map(({ id }) => id));
  }
  /** The ranker over every document that has anything to do with the text. */
  async function bestOf(plan: CandidatePlan): Promise<string[]> {
    const every = { candidates: documents.length };
    const all = { ...RANKING, ...every, fewWords: every, evidence: 0 };
    const exact = { ...plan, parameters: all };
    const evidence = { now: new Date(), semantic: undefined };
    return rank(exact, await index.candidates(exact), evidence)
      .slice(0, BEST)
      .map(({ candidate }) => candidate.id);
  }
}

/** What one plan did over all complaints. */
class Results {
  readonly #shares: number[] = [];
  readonly #sizes: number[] = [];
  readonly #times: number[] = [];

  add(candidates: ReadonlySet<string>, best: readonly string[], ms: number): void {
    this.#shares.push(best.filter((id) => candidates.has(id)).length / Math.max(1, best.length));
    this.#sizes.push(candidates.size);
    this.#times.push(ms);
  }

  summary(baselineMs: number) {
    const ms = quantile(this.#times, 0.5);
    return {
      found: round(this.#shares.reduce((sum, share) => sum + share, 0) / this.#shares.length),
      candidates: Math.round(quantile(this.#sizes, 0.5)),
      medianMs: round(ms),
      baselineMs: round(baselineMs),
      ratio: round(ms / baselineMs),
    };
  }
}

async function searched(
  queries: readonly TermQuery[],
  client: KeptClient,
  uid: string,
): Promise<Set<string>> {
  const answers = await Promise.all(
    queries.map(({ words, all, hits: limit }) =>
      client.post(`/indexes/${uid}/search`, {
        q: words.join(' '),
        limit,
        matchingStrategy: all ? 'all' : 'last',
        attributesToRetrieve: ['id'],
      }),
    ),
  );
  return new Set(answers.flatMap((text) => hits.parse(JSON.parse(text)).hits.map(({ id }) => id)));
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const begun = performance.now();
  const value = await work();
  return { value, ms: performance.now() - begun };
}

async function* once(documents: readonly SearchDocument[]): AsyncGenerator<readonly SearchDocument[]> {
  yield documents;
}
