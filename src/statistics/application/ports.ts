import type { FieldProblem } from '../../kernel/errors.ts';
import type { Figure } from '../domain/figure.ts';

/** What is wrong in a file of the folder, at a line of it where that is known. */
export interface FigureProblem extends FieldProblem {
  readonly file: string;
  readonly line: number | null;
}

/** A figure as it was read, with a way back to its lines. */
export interface ReadFigure {
  readonly figure: Figure;
  /** The file and line of a field of the figure. */
  locate(pointer: string): { file: string; line: number | null };
}

/** What a folder of statistics holds: the figures that keep the format, and what is wrong with the others. */
export interface StatisticsFolder {
  readonly found: readonly ReadFigure[];
  readonly problems: readonly FigureProblem[];
}
