import type { FieldProblem } from '../../kernel/errors.ts';
import type { Practice } from '../domain/practice.ts';

/** What is wrong in a file of the folder, at a line of it where that is known. */
export interface PracticeProblem extends FieldProblem {
  readonly file: string;
  readonly line: number | null;
}

/** A practice as it was read, with a way back to its lines. */
export interface ReadPractice {
  readonly practice: Practice;
  /** The file and line of a field of the front matter, or of a text of a language. */
  locate(pointer: string): { file: string; line: number | null };
}

/** What a folder of practices holds: those that keep the format, and what is wrong with the others. */
export interface PracticeFolder {
  readonly found: readonly ReadPractice[];
  readonly problems: readonly PracticeProblem[];
}
