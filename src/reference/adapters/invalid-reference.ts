/** One thing wrong in a file of the taxonomy; the line counts from 1. */
export interface FileProblem {
  readonly file: string;
  readonly line: number | null;
  readonly field: string;
  readonly problem: string;
}

/** The taxonomy cannot be used. The message names file, line and field of everything that is wrong. */
export class InvalidReference extends Error {
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    const told = problems.map(({ file, line, field, problem }) => {
      const place = line === null ? file : `${file}:${line}`;
      return field === '' ? `${place}: ${problem}` : `${place}: ${field}: ${problem}`;
    });
    super(`the reference data has ${problems.length} error(s)\n${told.join('\n')}`);
    this.name = 'InvalidReference';
    this.problems = problems;
  }
}
