import type { CaseReader } from './case-reader.ts';
import { findCase } from './find-case.ts';
import type { CaseReadVerbs } from './ports.ts';
import { printCaseFile } from './print-case-file.ts';
import { contentOf } from './read-case.ts';

/** A published case as the Markdown file of its original language. Errors: `not-found`. */
export function readCaseMarkdown(ports: { reader: CaseReader }): CaseReadVerbs['readCaseMarkdown'] {
  return ({ input }) =>
    findCase(ports.reader, input.key, async (version) => {
      const content = await contentOf(ports.reader, version);
      return { markdown: printCaseFile(version.id, content), filename: `${version.slug}.md` };
    });
}
