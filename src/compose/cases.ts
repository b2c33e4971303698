import type { Logger } from 'pino';
import { caseChanges } from '../cases/adapters/case-changes.ts';
import { caseReader } from '../cases/adapters/case-reader.ts';
import { caseTransactions } from '../cases/adapters/case-store.ts';
import { OUTBOX_CHANNEL } from '../cases/adapters/outbox.table.ts';
import { cardShelf } from '../cases/application/card-shelf.ts';
import type { InTransaction } from '../cases/application/case-store.ts';
import { type CaseVerbs, caseVerbs } from '../cases/application/case-verbs.ts';
import type { LoadReport } from '../cases/application/load-content.ts';
import { publishedCases } from '../cases/application/published-cases.ts';
import type { CaseChanges, PublishedCases } from '../cases/index.ts';
import { type Context, systemClock } from '../kernel/context.ts';
import type { Language } from '../kernel/language.ts';
import { listen } from '../platform/postgres/listen.ts';
import type { Reference } from '../reference/index.ts';
import { composeLoading } from './loading.ts';
import type { Parts } from './parts.ts';

export interface ComposedCases {
  readonly verbs: CaseVerbs;
  readonly inTransaction: InTransaction;
  readonly published: PublishedCases;
  readonly changes: CaseChanges;
  /** Loads the case files of a folder of contents that changed, and logs what became of them. */
  load(content: string): Promise<LoadReport>;
}

/** The cases feature over a database. */
export function composeCases(
  { config, logger, storage }: Pick<Parts, 'config' | 'logger' | 'storage'>,
  reference: Reference,
): ComposedCases {
  const { db, connection } = storage;
  const inTransaction = caseTransactions(db);
  const loadFolder = composeLoading(storage, reference);
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
      const report = await loadFolder(content, {
        ctx: loaderContext,
        onWait: () => logger.info({}, 'another process loads case files; waiting for it'),
      });
      tellLoaded(report, logger);
      return report;
    },
  };
}

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
