import { createHash } from 'node:crypto';
import type { Judgements } from './read-set.ts';

/** The measures of one query; see API.md, "The retrieval bench". */
export interface QueryMeasures {
  readonly ndcg10: number;
  readonly mrr: number;
  readonly recall10: number;
  readonly empty: boolean;
  readonly ms: number;
}

const DEPTH = 10;

/** `found` are document ids, best first. */
export function measure(found: readonly string[], judged: Judgements, ms: number): QueryMeasures {
  const top = found.slice(0, DEPTH);
  const highest = Math.max(0, ...judged.values());
  const wanted = new Set([...judged].filter(([, grade]) => grade === highest && grade > 0).map(([id]) => id));
  const first = top.findIndex((id) => wanted.has(id));
  const ideal = discounted([...judged.values()].sort((a, b) => b - a).slice(0, DEPTH));
  return {
    ndcg10: ideal === 0 ? 0 : discounted(top.map((id) => judged.get(id) ?? 0)) / ideal,
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall10:
      wanted.size === 0 ? 0 : top.filter((id) => wanted.has(id)).length / Math.min(DEPTH, wanted.size),
    empty: found.length === 0,
    ms,
  };
}

function discounted(grades: readonly number[]): number {
  return grades.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
}

/** All queries, or one half of them. */
export type Split = 'all' | 'a' | 'b';

/** The half of a query: a when the SHA-256 of its base id is even. */
export function splitOf(baseId: string): Exclude<Split, 'all'> {
  return (createHash('sha256').update(baseId).digest().at(-1) ?? 0) % 2 === 0 ? 'a' : 'b';
}

/** The means over queries, to four decimals; times in milliseconds to two. */
export function summary(measures: readonly QueryMeasures[]) {
  const mean = (of: (m: QueryMeasures) => number) =>
    round(measures.reduce((sum, m) => sum + of(m), 0) / Math.max(1, measures.length), 4);
  const times = measures.map(({ ms }) => ms).sort((a, b) => a - b);
  const percentile = (share: number) =>
    round(times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? 0, 2);
  return {
    queries: measures.length,
    ndcg10: mean((m) => m.ndcg10),
    mrr: mean((m) => m.mrr),
    recall10: mean((m) => m.recall10),
    zeroResults: measures.filter(({ empty }) => empty).length,
    p50ms: percentile(0.5),
    p95ms: percentile(0.95),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
