import { afterAll, beforeAll } from 'vitest';
import { caseChanges } from '../../src/cases/adapters/case-changes.ts';
import { caseReader } from '../../src/cases/adapters/case-reader.ts';
import { caseTransactions } from '../../src/cases/adapters/case-store.ts';
import { OUTBOX_CHANNEL } from '../../src/cases/adapters/outbox.table.ts';
import { cardShelf } from '../../src/cases/application/card-shelf.ts';
import { caseVerbs } from '../../src/cases/application/case-verbs.ts';
import { publishedCases } from '../../src/cases/application/published-cases.ts';
import { systemClock } from '../../src/kernel/context.ts';
import type { Language } from '../../src/kernel/language.ts';
import { listen } from '../../src/platform/postgres/listen.ts';
import { testContext } from './context.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { testReference } from './reference.ts';

const silent = { info() {}, warn() {}, error() {} };

/** The cases feature on a database, wired as compose/ does it. */
export async function casesOn({ db, connection }: Pick<TestDatabase, 'db' | 'connection'>) {
  const reference = await testReference();
  const reader = caseReader(db);
  const inTransaction = caseTransactions(db);
  const caseAddress = (slug: string, language: Language) => `/${language}/cases/${slug}`;
  const ports = {
    reader,
    inTransaction,
    reference,
    caseAddress,
    cards: cardShelf({ reader, reference, caseAddress }),
  };
  return {
    db,
    connection,
    reference,
    reader,
    inTransaction,
    verbs: caseVerbs(ports),
    published: publishedCases(ports),
    changes: caseChanges(db, async (wake) => {
      const listener = listen(connection, OUTBOX_CHANNEL, { notify: wake, connect: wake, log: silent });
      return () => listener.stop();
    }),
    ctx: testContext({ clock: systemClock }),
  };
}

/** Gives a suite the cases feature on a database of its own; call it at the top of the file. */
export function useCases(): () => Awaited<ReturnType<typeof casesOn>> {
  let database: TestDatabase;
  let cases: Awaited<ReturnType<typeof casesOn>>;
  beforeAll(async () => {
    database = await createTestDatabase();
    cases = await casesOn(database);
  });
  afterAll(() => database?.drop());
  return () => cases;
}
