import type { Context } from '../../kernel/context.ts';
import { PAGE_LIMIT } from '../../kernel/paging.ts';
import type { Practice } from '../domain/practice.ts';
import { casesByKeys } from './find-cases.ts';
import type { PracticePorts } from './practice-ports.ts';

/** A practice in the list, with how much it compares: published cases, and regions that they are of. */
export interface PracticeItem {
  readonly practice: Practice;
  readonly cases: number;
  readonly regions: number;
}

/** All practices in their order. */
export const listPractices =
  (ports: PracticePorts) =>
  ({ ctx }: { ctx: Context }): Promise<PracticeItem[]> =>
    Promise.all(ports.practices.map((practice) => count(ports, ctx, practice)));

async function count(ports: PracticePorts, ctx: Context, practice: Practice): Promise<PracticeItem> {
  if (practice.cases !== null) {
    const records = await casesByKeys(ports, ctx, practice.cases);
    return { practice, cases: records.length, regions: different(records.map(({ region }) => region)) };
  }
  const filters = { category: [practice.category] };
  const input = { filters, cursor: null, limit: PAGE_LIMIT.max };
  const { items, total } = await ports.cases.listCases({ ctx, input });
  return { practice, cases: total, regions: different(items.map(({ region }) => region.code)) };
}

/** The whole country is no region of its own. */
function different(regions: readonly string[]): number {
  return new Set(regions.filter((code) => code !== 'KZ')).size;
}
