import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

type Row<T extends PgTable> = T['$inferInsert'];

/**
 * Puts rows into a table by one statement with one parameter, however many they are: PostgreSQL reads them out of JSON.
 * So values are what JSON makes of them (instants in ISO 8601, no half of a surrogate pair), whatever drizzle would do with
 * a column's. A column with a default, here or in the database, always gets that of the database; what is left out of a row
 * is null.
 */
export function insertRows<T extends PgTable>(table: T, rows: readonly Row<T>[]): SQL {
  const columns = columnsOf(table);
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  return sql`insert into ${table} (${names}) select ${names} from ${asRecords(table, columns, rows)}`;
}

/** Replaces the rows that have the `id` of a given one; one that is not there is left out. */
export function replaceRows<T extends PgTable>(table: T, rows: readonly Row<T>[]): SQL {
  const columns = columnsOf(table);
  const values = columns.map(({ name }) => sql`${sql.identifier(name)} = given.${sql.identifier(name)}`);
  return sql`update ${table} set ${sql.join(values, sql`, `)} from ${asRecords(table, columns, rows)} as given
    where ${table}.id = given.id`;
}

interface Column {
  /** In the table, and in a row. */
  readonly name: string;
  readonly key: string;
}

function columnsOf(table: PgTable): Column[] {
  return Object.entries(getTableColumns(table))
    .filter(([, { hasDefault }]) => !hasDefault)
    .map(([key, { name }]) => ({ key, name }));
}

function asRecords(
  table: PgTable,
  columns: readonly Column[],
  rows: readonly Record<string, unknown>[],
): SQL {
  const records = rows.map((row) => {
    const record: Record<string, unknown> = {};
    for (const { key, name } of columns) record[name] = row[key];
    return record;
  });
  return sql`json_populate_recordset(null::${table}, ${JSON.stringify(records)}::json)`;
}
