import type { CaseReadVerbs } from '../../cases/index.ts';
import type { Practice } from '../domain/practice.ts';

/** What the verbs are given: the practices as they were read at start, in their order, and the cases. */
export interface PracticePorts {
  readonly practices: readonly Practice[];
  readonly cases: Pick<CaseReadVerbs, 'listCases' | 'readCase'>;
  /** What the addresses of pages begin with; empty while the public address is unknown. */
  readonly publicUrl: string;
  /** Takes the signs of Markdown away. */
  readonly plainText: (markdown: string) => string;
}
