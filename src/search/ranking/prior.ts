import type { Outcome } from '../../cases/index.ts';
import type { CaseAttributes } from '../domain/search-document.ts';

/** How much an outcome teaches somebody who looks for a solution. */
const OUTCOME: Readonly<Record<Outcome, number>> = {
  resolved: 1,
  'partially-resolved': 0.8,
  'alternative-solution': 0.8,
  'in-progress': 0.5,
  referendum: 0.5,
  postponed: 0.3,
  withdrawn: 0.3,
  refused: 0.2,
};
/** Years after which a precedent has lost half of its freshness. */
const FRESH_YEARS = 5;

/**
 * The evidence for a case apart from the text, 0 to 1: what worked, was confirmed, was repeated and is recent.
 * It only decides near-ties; the year is told in the `now` of the caller.
 */
export function prior({ outcome, confidence, adoptions, year }: CaseAttributes, now: Date): number {
  const confirmed = confidence === 'verified' ? 1 : confidence === 'outdated' ? 0 : 0.5;
  const repeated = 1 - 1 / (1 + adoptions.worked + adoptions.total / 2);
  const age = year === null ? 2 * FRESH_YEARS : Math.max(0, now.getUTCFullYear() - year);
  return 0.45 * OUTCOME[outcome] + 0.2 * confirmed + 0.2 * repeated + 0.15 * 0.5 ** (age / FRESH_YEARS);
}
