import path from 'node:path';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { Logger } from 'pino';
import { caseChanges } from '../cases/adapters/case-changes.ts';
import { caseReader } from '../cases/adapters/case-reader.ts';
import { caseTransactions } from '../cases/adapters/case-store.ts';
import { caseFolder } from '../cases/adapters/files/case-folder.ts';
import { loadedFiles } from '../cases/adapters/loaded-files.ts';
import { OUTBOX_CHANNEL } from '../cases/adapters/outbox.table.ts';
import { cardShelf } from '../cases/application/card-shelf.ts';
import type { InTransaction } from '../cases/application/case-store.ts';
import { type CaseVerbs, caseVerbs } from '../cases/application/case-verbs.ts';
import { type LoadReport, loadContent } from '../cases/application/load-content.ts';
import { publishedCases } from '../cases/application/published-cases.ts';
import type { CaseChanges, PublishedCases } from '../cases/index.ts';
import { type Context, systemClock } from '../kernel/context.ts';
import type { Language } from '../kernel/language.ts';
import { isUnavailable } from '../platform/postgres/failures.ts';
import { listen } from '../platform/postgres/listen.ts';
import type { Reference } from '../reference/index.ts';
import type { Parts } from './parts.ts';

export interface ComposedCases {
  readonly verbs: CaseVerbs;
  readonly inTransaction: InTransaction;
  readonly published: PublishedCases;
  readonly changes: CaseChanges;
  load(content: string): Promise<LoadReport>;
}

/** The cases feature over a database. */
export function composeCases(
  { config, logger, storage }: Pick<Parts, 'config' | 'logger' | 'storage'>,
  reference: Reference,
): ComposedCases {
  const { db, connection } = storage;
  const inTransaction = caseTransactions(db);
  const caseAddress = (slug: string, language: Language) => `${config.publicUrl}/${language}/cases/${slug}`;
  const reading = { reader: caseReader(db), reference, caseAddress };
  const ports = { ...reading, inTransaction, cards: cardShelf(reading) };
  return {
    verbs: caseVerbs(ports),
    inTransaction,
    published: publishedCases(ports),
    changes: caseChanges(db, async (wake) => {
      const listener = listen(connection, OUTBOX_CHANNEL, { notify: wake, connect: wake, log: logger });
      return () => listener.stop();
    }),
    async load(content) {
      const folder = caseFolder(path.join(content, 'cases'));
      const loadFiles = loadContent({ folder, loadedFiles: loadedFiles(db), inTransaction, reference });
      const report = await whileDatabaseReturns.execute(() => loadFiles({ ctx: loaderContext }));
      tellLoaded(report, logger);
      return report;
    },
  };
}

/** A database that is away for a moment does not end a start: what was loaded is known by its hash and stays. */
const whileDatabaseReturns = retry(handleWhen(isUnavailable), {
  maxAttempts: 5,
  backoff: new ExponentialBackoff({ initialDelay: 200, maxDelay: 2_000 }),
});

const loaderContext: Context = {
  actor: { kind: 'loader', id: 'content', institutionId: null, roles: [] },
  requestId: 'start',
  clock: systemClock,
  language: 'ru',
};

function tellLoaded({ problems, conflicts, ...counts }: LoadReport, logger: Logger): void {
  for (const problem of problems) logger.error(problem, 'a case file was not loaded');
  for (const file of conflicts) logger.warn({ file }, 'not loaded: its case was changed here since');
  logger.info(counts, 'the case files are loaded');
}
