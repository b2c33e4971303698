import { sql } from 'drizzle-orm';
import { customType, date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * Vectors by model and by the SHA-256 of what was embedded (the prefix and the text), as 32-bit floats, little
 * endian, of length 1. A cache: what is lost is computed again.
 */
export const embeddingTable = pgTable(
  'embedding',
  {
    model: text().notNull(),
    hash: bytea().notNull(),
    vector: bytea().notNull(),
    /** The last day on which a process that started, or computed it, wanted it. */
    usedOn: date('used_on').notNull().default(sql`current_date`),
  },
  (t) => [primaryKey({ columns: [t.model, t.hash] }), index().on(t.usedOn)],
);
