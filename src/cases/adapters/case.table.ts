import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Language } from '../../kernel/language.ts';
import type { CaseContent } from '../domain/case-record.ts';
import type { CaseStatus, Confidence, MoneyKind, Outcome } from '../domain/vocabulary.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Identity and life of a case. What readers see stands in `published_case`; this table they never touch. */
export const caseTable = pgTable('case', {
  id: uuid().primaryKey(),
  status: text().$type<CaseStatus>().notNull(),
  /** The newest revision; a draft when it is not the published one. */
  latestRevision: integer('latest_revision').notNull(),
  publishedRevision: integer('published_revision'),
  /** What was last loaded from a file: the hash of its bytes and the revision that it became. */
  fileHash: text('file_hash'),
  fileRevision: integer('file_revision'),
  /** The folder of contents that it lay in: its absolute path; null for the shipped one, wherever that lies. */
  fileFolder: text('file_folder'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** Every slug that a case ever had; never reused, even when the case is gone. */
export const caseSlugTable = pgTable(
  'case_slug',
  {
    slug: text().primaryKey(),
    caseId: uuid('case_id').references(() => caseTable.id, { onDelete: 'set null' }),
  },
  (t) => [index().on(t.caseId)],
);

/** Immutable: what a case said, who wrote it, when and why. */
export const caseRevisionTable = pgTable(
  'case_revision',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseTable.id, { onDelete: 'cascade' }),
    revision: integer().notNull(),
    content: jsonb().$type<CaseContent>().notNull(),
    authorKind: text('author_kind').notNull(),
    authorId: text('author_id').notNull(),
    reason: text(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.revision] })],
);

/** Who did what to which case; written in the transaction that does it, never changed. */
export const auditTable = pgTable(
  'audit',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    institutionId: text('institution_id'),
    requestId: text('request_id').notNull(),
    action: text().notNull(),
    caseId: uuid('case_id').notNull(),
    revision: integer(),
    reason: text(),
  },
  (t) => [index().on(t.caseId)],
);

/** What a card says, by language. */
export type CardTexts = Partial<Record<Language, { readonly title: string; readonly summary: string }>>;

/** The published revision, laid out for questions. Archived and deleted cases have no row here. */
export const publishedCaseTable = pgTable(
  'published_case',
  {
    id: uuid()
      .primaryKey()
      .references(() => caseTable.id, { onDelete: 'cascade' }),
    slug: text().notNull().unique(),
    revision: integer().notNull(),
    originalLanguage: text('original_language').$type<Language>().notNull(),
    /** Title and summary in each language that the case has, so that a list reads one row a case. */
    texts: jsonb().$type<CardTexts>().notNull(),
    region: text().notNull(),
    category: text().notNull(),
    owner: text(),
    outcome: text().$type<Outcome>().notNull(),
    confidence: text().$type<Confidence>().notNull(),
    seasons: text().array().notNull(),
    year: integer(),
    resolvedOn: text('resolved_on'),
    costAmount: bigint('cost_amount', { mode: 'number' }),
    costKind: text('cost_kind').$type<MoneyKind>(),
    durationMin: integer('duration_min'),
    durationMax: integer('duration_max'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index().on(t.updatedAt.desc(), t.id),
    index().on(t.region, t.updatedAt.desc(), t.id),
    index().on(t.category, t.updatedAt.desc(), t.id),
  ],
);

const ofPublishedCase = () =>
  uuid('case_id')
    .notNull()
    .references(() => publishedCaseTable.id, { onDelete: 'cascade' });

/** Dates stay EDTF texts, as precise as they are known. */
export const caseStepTable = pgTable(
  'case_step',
  {
    caseId: ofPublishedCase(),
    position: integer().notNull(),
    kind: text().notNull(),
    planned: text(),
    actual: text(),
    note: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.position] }), index().on(t.kind)],
);

export const caseContractTable = pgTable(
  'case_contract',
  {
    caseId: ofPublishedCase(),
    position: integer().notNull(),
    subject: text().notNull(),
    method: text(),
    lots: integer(),
    periodFrom: text('period_from'),
    periodTo: text('period_to'),
    amount: bigint({ mode: 'number' }),
    supplier: text(),
    regime: text(),
    renews: text(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.position] })],
);

export const caseMoneyTable = pgTable(
  'case_money',
  {
    caseId: ofPublishedCase(),
    position: integer().notNull(),
    amount: bigint({ mode: 'number' }).notNull(),
    amountMax: bigint('amount_max', { mode: 'number' }),
    qualifier: text().notNull(),
    kind: text().notNull(),
    per: text(),
    what: text().notNull(),
    year: integer(),
    budgetLevel: text('budget_level'),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.position] }), index().on(t.kind)],
);

export const caseIndicatorTable = pgTable(
  'case_indicator',
  {
    caseId: ofPublishedCase(),
    position: integer().notNull(),
    name: text().notNull(),
    unit: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    measuredBoth: boolean('measured_both').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.position] })],
);

export const caseSourceTable = pgTable(
  'case_source',
  {
    caseId: ofPublishedCase(),
    position: integer().notNull(),
    url: text().notNull(),
    publisher: text().notNull(),
    published: text(),
    accessed: text().notNull(),
    language: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.position] }), index().on(t.publisher)],
);
