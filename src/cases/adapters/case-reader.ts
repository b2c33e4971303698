import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Language } from '../../kernel/language.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { CaseReader } from '../application/case-reader.ts';
import type { Facet } from '../domain/case-filters.ts';
import {
  type CardTexts,
  caseRevisionTable,
  caseSlugTable,
  publishedCaseTable as published,
} from './case.table.ts';
import { FILTER_CONDITION, filterValues } from './filter-sql.ts';

const versionColumns = {
  id: published.id,
  slug: published.slug,
  revision: published.revision,
  createdAt: published.createdAt,
  updatedAt: published.updatedAt,
};

/** The language of the answer. */
const WISHED = sql`${sql.placeholder('language')}::text`;

/** What cards show. */
const rowColumns = {
  ...versionColumns,
  region: published.region,
  category: published.category,
  owner: published.owner,
  outcome: published.outcome,
  confidence: published.confidence,
  year: published.year,
  resolvedOn: published.resolvedOn,
  costAmount: published.costAmount,
  costKind: published.costKind,
  durationMin: published.durationMin,
  durationMax: published.durationMax,
  texts: sql<CardText>`coalesce(${published.texts} -> ${WISHED}, ${published.texts} -> ${published.originalLanguage})`,
  titleLanguage: sql<Language>`case when ${published.texts} ? ${WISHED} then ${WISHED} else ${published.originalLanguage} end`,
};

const TOTAL = sql<number>`(select count(*)::int from ${published} where ${FILTER_CONDITION})`;

/** Behind the last case of the page before, in the order of the list; everything when there is none. */
const BEHIND_POSITION = sql`(${sql.placeholder('updatedAt')}::timestamptz is null
  or ${published.updatedAt} < ${sql.placeholder('updatedAt')}::timestamptz
  or (${published.updatedAt} = ${sql.placeholder('updatedAt')}::timestamptz
    and ${published.id} > ${sql.placeholder('id')}::uuid))`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads published cases of this database. */
export function caseReader(db: Db): CaseReader {
  const versionById = db
    .select(versionColumns)
    .from(published)
    .where(eq(published.id, sql.placeholder('key')))
    .prepare('published_version_by_id');
  const versionBySlug = db
    .select(versionColumns)
    .from(published)
    .where(eq(published.slug, sql.placeholder('key')))
    .prepare('published_version_by_slug');

  const versionsByIds = db
    .select(versionColumns)
    .from(published)
    .where(sql`${published.id} = any(${sql.placeholder('ids')}::uuid[])`)
    .prepare('published_versions_by_ids');
  const rowsByIds = db
    .select(rowColumns)
    .from(published)
    .where(sql`${published.id} = any(${sql.placeholder('ids')}::uuid[])`)
    .prepare('published_rows_by_ids');
  const changes = db
    .select({ asked: sql<string>`shown.id`, row: rowColumns })
    .from(sql`unnest(${sql.placeholder('ids')}::uuid[], ${sql.placeholder('revisions')}::int[],
      ${sql.placeholder('updatedAt')}::timestamptz[]) as shown(id, revision, "updatedAt")`)
    .leftJoin(published, sql`${published.id} = shown.id`)
    .where(sql`${published.id} is null
      or ${published.revision} is distinct from shown.revision
      or ${published.updatedAt} is distinct from shown."updatedAt"`)
    .prepare('published_changes');
  // One statement for the page and the total: a second one costs a third of the answer's time.
  const page = db
    .select({ ...versionColumns, total: TOTAL })
    .from(published)
    .where(and(FILTER_CONDITION, BEHIND_POSITION))
    .orderBy(desc(published.updatedAt), asc(published.id))
    .limit(sql.placeholder('limit'))
    .prepare('published_page');
  const total = db
    .select({ total: sql<number>`count(*)::int` })
    .from(published)
    .where(FILTER_CONDITION)
    .prepare('published_total');

  return {
    async version(key) {
      const [row] = await (UUID.test(key) ? versionById : versionBySlug).execute({ key });
      return row;
    },
    async currentSlug(olderSlug) {
      const [row] = await db
        .select({ slug: published.slug })
        .from(caseSlugTable)
        .innerJoin(published, eq(published.id, caseSlugTable.caseId))
        .where(eq(caseSlugTable.slug, olderSlug));
      return row?.slug;
    },
    async content(id, revision) {
      const [row] = await db
        .select({ content: caseRevisionTable.content })
        .from(caseRevisionTable)
        .where(and(eq(caseRevisionTable.caseId, id), eq(caseRevisionTable.revision, revision)));
      return row?.content;
    },
    async contents(ids) {
      if (ids.length === 0) return [];
      return db
        .select({ version: versionColumns, content: caseRevisionTable.content })
        .from(published)
        .innerJoin(
          caseRevisionTable,
          and(eq(caseRevisionTable.caseId, published.id), eq(caseRevisionTable.revision, published.revision)),
        )
        .where(inArray(published.id, [...ids]));
    },
    async idsAfter(after, limit) {
      const rows = await db
        .select({ id: published.id })
        .from(published)
        .where(after === null ? undefined : gt(published.id, after))
        .orderBy(asc(published.id))
        .limit(limit);
      return rows.map((row) => row.id);
    },
    async rows(ids, language) {
      if (ids.length === 0) return [];
      return (await rowsByIds.execute({ ids: [...ids], language })).map(withTexts);
    },
    async changes(shown, language) {
      if (shown.length === 0) return { rows: [], withdrawn: new Set() };
      const found = await changes.execute({
        ids: shown.map(({ id }) => id),
        revisions: shown.map(({ version }) => version?.revision ?? null),
        updatedAt: shown.map(({ version }) => version?.updatedAt.toISOString() ?? null),
        language,
      });
      return {
        rows: found.flatMap(({ row }) => (row === null ? [] : withTexts(row))),
        withdrawn: new Set(found.flatMap(({ asked, row }) => (row === null ? asked : []))),
      };
    },
    async versions(ids) {
      return ids.length === 0 ? [] : versionsByIds.execute({ ids: [...ids] });
    },
    async list({ filters, after, limit }) {
      const values = filterValues(filters);
      const position = { updatedAt: after?.updatedAt.toISOString() ?? null, id: after?.id ?? null };
      const versions = await page.execute({ ...values, ...position, limit });
      const [first] = versions.length > 0 ? versions : await total.execute(values);
      return { versions, total: first?.total ?? 0 };
    },
    async count(facet) {
      const value = facetValue[facet];
      const rows = await db
        .select({ value: sql<string | null>`${value}::text`, count: sql<number>`count(*)::int` })
        .from(published)
        .groupBy(value);
      return rows.flatMap((row) => (row.value === null ? [] : [{ value: row.value, count: row.count }]));
    },
    total: () => db.$count(published),
  };
}

type CardText = NonNullable<CardTexts[Language]>;

function withTexts<Row extends { texts: CardText }>({ texts, ...row }: Row) {
  return { ...row, title: texts.title, summary: texts.summary };
}

const facetValue = {
  region: published.region,
  category: published.category,
  outcome: published.outcome,
  year: published.year,
  season: sql`unnest(${published.seasons})`,
  confidence: published.confidence,
} satisfies Record<Facet, unknown>;
