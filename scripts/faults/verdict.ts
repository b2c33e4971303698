import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { NodeTools } from '../../src/compose/node-tools.ts';
import type { CaseState } from './commands.ts';
import { type Ledger, lastState } from './ledger.ts';

/** What is not as it should be, when all faults are over. */
export interface Verdict {
  /** Acknowledged writes that are not in the database, and cases that are not as their last write left them. */
  readonly lost: number;
  readonly missing: number;
  readonly stale: number;
  readonly surplus: number;
}

const CAUGHT_UP_WITHIN_MS = 120_000;

/** The base and every node against what was acknowledged, and against each other. */
export async function judge(
  ledger: Ledger,
  pool: Pool,
  nodes: readonly NodeTools[],
  told: (what: string) => void,
): Promise<Verdict> {
  const found = { lost: 0, missing: 0, stale: 0, surplus: 0 };
  for (const problem of await lostWrites(ledger, pool)) {
    found.lost += 1;
    told(problem);
  }
  for (const node of nodes) {
    const { missing, stale, surplus, cases } = await node.compare(CAUGHT_UP_WITHIN_MS);
    told(`${node.name}: ${cases} cases`);
    for (const [kind, ids] of Object.entries({ missing, stale, surplus }))
      for (const id of ids) told(`${node.name}: ${kind} ${id}`);
    found.missing += missing.length;
    found.stale += stale.length;
    found.surplus += surplus.length;
  }
  return found;
}

const auditRows = z.array(z.object({ request_id: z.string() }));
const caseRows = z.array(
  z.object({
    id: z.string(),
    status: z.string(),
    latestRevision: z.number(),
    publishedRevision: z.number().nullable(),
  }),
);

async function lostWrites(ledger: Ledger, pool: Pool): Promise<string[]> {
  const audit = await pool.query(`select request_id from audit where actor_id = 'bench'`);
  const done = new Set(auditRows.parse(audit.rows).map((row) => row.request_id));
  const { rows } = await pool.query(
    `select id, status, latest_revision as "latestRevision", published_revision as "publishedRevision" from "case"`,
  );
  const states = new Map(caseRows.parse(rows).map(({ id, ...state }): [string, CaseState] => [id, state]));
  const lost = ledger
    .writes()
    .filter(({ id, outcome }) => outcome.acknowledged && !done.has(id))
    .map(({ verb, caseId }) => `lost: ${verb} of ${caseId}`);
  for (const [id, writes] of ledger.byCase()) {
    // One that was done though nobody said so left a state that only the database knows.
    if (writes.some((write) => !write.outcome.acknowledged && done.has(write.id))) continue;
    const [wanted, there] = [lastState(writes) ?? null, states.get(id) ?? null];
    if (!isDeepStrictEqual(picked(wanted), there)) lost.push(`not as it was left: ${id}`);
  }
  return lost;
}

function picked(state: CaseState): CaseState {
  if (state === null) return null;
  const { status, latestRevision, publishedRevision } = state;
  return { status, latestRevision, publishedRevision };
}
