import { AppError } from '../../kernel/errors.ts';
import type { CaseHead, CaseUnit } from './case-store.ts';

/** The head of a case that must exist, locked until the transaction ends. Errors: `not-found`. */
export async function lockCase({ cases }: CaseUnit, id: string): Promise<CaseHead> {
  // The database tells ids by their value, in small letters.
  const key = id.toLowerCase();
  const head = (await cases.lock([key])).get(key);
  if (head === undefined) throw new AppError('not-found', { reason: 'case.not-found', params: { id } });
  return head;
}
