import { eq } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { CaseHead } from '../application/case-store.ts';
import type { CaseContent } from '../domain/case-record.ts';
import { glance } from '../domain/glance.ts';
import {
  type CardTexts,
  caseContractTable,
  caseIndicatorTable,
  caseMoneyTable,
  caseSourceTable,
  caseStepTable,
  publishedCaseTable,
} from './case.table.ts';

/** Lays a published revision out in the tables that questions are asked of, replacing what stood there. */
export async function projectCase(tx: Tx, head: CaseHead, content: CaseContent): Promise<void> {
  await withdrawCase(tx, head.id);
  await tx.insert(publishedCaseTable).values(publishedRow(head, content));
  const caseId = head.id;
  const placed = <T extends object>(items: readonly T[]) =>
    items.map((item, position) => ({ ...item, position, caseId }));
  await insertAll(tx, caseStepTable, placed(content.timeline));
  await insertAll(tx, caseMoneyTable, placed(content.money));
  await insertAll(tx, caseSourceTable, placed(content.sources));
  await insertAll(
    tx,
    caseContractTable,
    placed(content.contracts).map((c) => ({ ...c, periodFrom: c.period.from, periodTo: c.period.to })),
  );
  await insertAll(
    tx,
    caseIndicatorTable,
    placed(content.indicators).map((i) => ({ ...i, measuredBoth: hasValue(i.before) && hasValue(i.after) })),
  );
}

/** Takes the laid out revision away; what depends on it goes with it. */
export async function withdrawCase(tx: Tx, id: string): Promise<void> {
  await tx.delete(publishedCaseTable).where(eq(publishedCaseTable.id, id));
}

async function insertAll<T extends PgTable>(tx: Tx, table: T, rows: T['$inferInsert'][]): Promise<void> {
  if (rows.length > 0) await tx.insert(table).values(rows);
}

function publishedRow(head: CaseHead, content: CaseContent): typeof publishedCaseTable.$inferInsert {
  const { year, money, durationDays } = glance(content);
  return {
    id: head.id,
    slug: content.slug,
    revision: head.latestRevision,
    originalLanguage: content.originalLanguage,
    texts: cardTexts(content),
    region: content.region,
    category: content.category,
    owner: content.owner,
    outcome: content.outcome,
    confidence: content.confidence,
    seasons: content.seasons,
    year,
    resolvedOn: content.resolvedOn,
    costAmount: money?.amount ?? null,
    costKind: money?.kind ?? null,
    durationMin: durationDays?.min ?? null,
    durationMax: durationDays?.max ?? null,
    createdAt: head.createdAt,
    updatedAt: head.updatedAt,
  };
}

function cardTexts({ translations }: CaseContent): CardTexts {
  return Object.fromEntries(
    Object.entries(translations).flatMap(([language, texts]) =>
      texts === undefined ? [] : [[language, { title: texts.title, summary: texts.summary }]],
    ),
  );
}

function hasValue(measurement: CaseContent['indicators'][number]['after']): boolean {
  return measurement !== null && measurement.value !== null;
}
