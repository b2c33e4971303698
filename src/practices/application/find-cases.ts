import type { CaseRecord } from '../../cases/index.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { PAGE_LIMIT } from '../../kernel/paging.ts';
import type { Practice } from '../domain/practice.ts';
import type { PracticePorts } from './practice-ports.ts';

type CasePort = Pick<PracticePorts, 'cases'>;

/** The published cases that a practice compares; of a category, the hundred that changed last. */
export async function comparedCases(
  ports: CasePort,
  ctx: Context,
  practice: Pick<Practice, 'category' | 'cases'>,
): Promise<CaseRecord[]> {
  if (practice.cases !== null) return casesByKeys(ports, ctx, practice.cases);
  const filters = { category: [practice.category] };
  const page = await ports.cases.listCases({ ctx, input: { filters, cursor: null, limit: PAGE_LIMIT.max } });
  return casesByKeys(
    ports,
    ctx,
    page.items.map(({ id }) => id),
  );
}

/** The published cases of those ids or slugs, in their order; what is not published is left out. */
export async function casesByKeys(
  ports: CasePort,
  ctx: Context,
  keys: readonly string[],
): Promise<CaseRecord[]> {
  const read = await Promise.all(keys.map((key) => caseByKey(ports, ctx, key)));
  return read.filter((record) => record !== null);
}

async function caseByKey({ cases }: CasePort, ctx: Context, key: string): Promise<CaseRecord | null> {
  try {
    const first = await cases.readCase({ ctx, input: { key } });
    const found = first.kind === 'moved' ? await cases.readCase({ ctx, input: { key: first.slug } }) : first;
    return found.kind === 'found' ? found.record : null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}
