import type { CaseRecord } from '../../cases/index.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Practice } from '../domain/practice.ts';
import { casesByKeys, comparedCases } from './find-cases.ts';
import type { PracticePorts } from './practice-ports.ts';

/** A practice with the records that it speaks of, as they are published now. */
export interface FoundPractice {
  readonly practice: Practice;
  readonly compared: readonly CaseRecord[];
  readonly beside: readonly CaseRecord[];
}

/** The practice of a slug with its cases. Errors: AppError `not-found`. */
export const readPractice =
  (ports: PracticePorts) =>
  async ({ ctx, input }: { ctx: Context; input: { slug: string } }): Promise<FoundPractice> => {
    const practice = ports.practices.find(({ slug }) => slug === input.slug);
    if (practice === undefined) throw new AppError('not-found');
    const [compared, beside] = await Promise.all([
      comparedCases(ports, ctx, practice),
      casesByKeys(ports, ctx, practice.beside),
    ]);
    return { practice, compared, beside };
  };
