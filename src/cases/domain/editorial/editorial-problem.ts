import type { FieldProblem } from '../../../kernel/errors.ts';

/** What an editor would object to in a record that keeps its schema. */
export interface EditorialProblem extends FieldProblem {
  readonly severity: 'error' | 'warning';
}
