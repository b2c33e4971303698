import { inArray } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../../platform/postgres/database.ts';
import { insertRows } from '../../platform/postgres/write-rows.ts';
import type { WrittenCase } from '../application/case-store.ts';
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

/** Lays published revisions out in the tables that questions are asked of, replacing what stood there. */
export async function projectCases(tx: Tx, cases: readonly WrittenCase[]): Promise<void> {
  const parts = <T extends object>(partsOf: (content: CaseContent) => readonly T[]) =>
    cases.flatMap(({ head, content }) =>
      partsOf(content).map((part, position) => ({ ...part, position, caseId: head.id })),
    );
  const ids = cases.map(({ head }) => head.id);
  const steps = parts(({ timeline }) => timeline);
  const money = parts((content) => content.money);
  const sources = parts((content) => content.sources);
  const contracts = parts((content) => content.contracts.map(withPeriod));
  const indicators = parts((content) => content.indicators.map(withMeasuredBoth));

  await withdrawCases(tx, ids);
  await insertAll(tx, publishedCaseTable, cases.map(publishedRow));
  await insertAll(tx, caseStepTable, steps);
  await insertAll(tx, caseMoneyTable, money);
  await insertAll(tx, caseSourceTable, sources);
  await insertAll(tx, caseContractTable, contracts);
  await insertAll(tx, caseIndicatorTable, indicators);
}

/** Takes laid out revisions away; what depends on them goes with them. */
export async function withdrawCases(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.delete(publishedCaseTable).where(inArray(publishedCaseTable.id, [...ids]));
}

async function insertAll<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  if (rows.length > 0) await tx.execute(insertRows(table, rows));
}

function publishedRow({ head, content }: WrittenCase): typeof publishedCaseTable.$inferInsert {
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

function withPeriod(contract: CaseContent['contracts'][number]) {
  return { ...contract, periodFrom: contract.period.from, periodTo: contract.period.to };
}

function withMeasuredBoth(indicator: CaseContent['indicators'][number]) {
  return { ...indicator, measuredBoth: hasValue(indicator.before) && hasValue(indicator.after) };
}

function hasValue(measurement: CaseContent['indicators'][number]['after']): boolean {
  return measurement !== null && measurement.value !== null;
}
