import type { Reference } from '../../reference/index.ts';
import { archiveCase } from './archive-case.ts';
import type { CardShelf } from './card-shelf.ts';
import type { CaseReader } from './case-reader.ts';
import type { InTransaction } from './case-store.ts';
import { changeCase } from './change-case.ts';
import { createCase } from './create-case.ts';
import { deleteCase } from './delete-case.ts';
import { countCases, listCases } from './list-cases.ts';
import type { CaseAddress } from './ports.ts';
import { publishCase } from './publish-case.ts';
import { readCase, readCaseJson, readTimeline } from './read-case.ts';
import { readCaseMarkdown } from './read-case-markdown.ts';

interface CasePorts {
  readonly inTransaction: InTransaction;
  readonly reader: CaseReader;
  readonly reference: Reference;
  readonly caseAddress: CaseAddress;
  readonly cards: CardShelf;
}

/** All verbs of the feature over one set of ports. */
export function caseVerbs(ports: CasePorts) {
  return {
    createCase: createCase(ports),
    changeCase: changeCase(ports),
    publishCase: publishCase(ports),
    archiveCase: archiveCase(ports),
    deleteCase: deleteCase(ports),
    readCase: readCase(ports),
    readCaseJson: readCaseJson(ports),
    readCaseMarkdown: readCaseMarkdown(ports),
    readTimeline: readTimeline(ports),
    listCases: listCases(ports),
    countCases: countCases(ports),
  };
}
export type CaseVerbs = ReturnType<typeof caseVerbs>;
