import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '../../platform/postgres/database.ts';
import type { VectorCache } from '../embedding/vector-cache.ts';
import { embeddingTable as kept } from './embedding.table.ts';

/** Days after which a reading is noted again, and after which what nobody read is removed. */
const NOTED_EVERY = 7;
const KEPT_FOR = 30;

/** The vectors of one model in a database. Turns are taken by a session's advisory lock, one a model. */
export function vectorCache(db: Db, model: string): VectorCache {
  const lock = `sheshim embedding ${model}`;
  const ofModel = eq(kept.model, model);
  return {
    async read(hashes) {
      if (hashes.length === 0) return new Map();
      const wanted = and(ofModel, inArray(kept.hash, hashes.map(toBytes)));
      const old = lt(kept.usedOn, sql`current_date - ${NOTED_EVERY}::int`);
      const rows = await db
        .select({ hash: kept.hash, vector: kept.vector, old: sql<boolean>`${old}` })
        .from(kept)
        .where(wanted);
      if (rows.some((row) => row.old))
        await db.update(kept).set({ usedOn: sql`current_date` }).where(and(wanted, old));
      return new Map(rows.map(({ hash, vector }) => [hash.toString('hex'), fromBytes(vector)]));
    },
    async dimensions() {
      const [one] = await db
        .select({ bytes: sql<number>`octet_length(${kept.vector})` })
        .from(kept)
        .where(ofModel)
        .limit(1);
      return one && one.bytes / 4;
    },
    async write(vectors) {
      if (vectors.size === 0) return;
      await db
        .insert(kept)
        .values(Array.from(vectors, ([hash, v]) => ({ model, hash: toBytes(hash), vector: floatBytes(v) })))
        .onConflictDoUpdate({
          target: [kept.model, kept.hash],
          set: { vector: sql`excluded.vector` },
          // Another length is another model under the same name.
          setWhere: sql`octet_length(${kept.vector}) <> octet_length(excluded.vector)`,
        });
    },
    async alone(work) {
      const client = await db.$client.connect();
      let broken = true;
      try {
        const { rows } = await client.query<{ locked: boolean }>(
          'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
          [lock],
        );
        const locked = rows[0]?.locked === true;
        if (locked)
          try {
            await work();
          } finally {
            await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lock]);
            broken = false;
          }
        broken = false;
        return locked;
      } finally {
        // A connection that is closed gives its lock back.
        client.release(broken);
      }
    },
    async sweep() {
      const { rowCount } = await db.delete(kept).where(lt(kept.usedOn, sql`current_date - ${KEPT_FOR}::int`));
      return rowCount ?? 0;
    },
  };
}

function toBytes(hash: string): Buffer {
  return Buffer.from(hash, 'hex');
}

function floatBytes(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [i, value] of vector.entries()) bytes.writeFloatLE(value, i * 4);
  return bytes;
}

function fromBytes(bytes: Buffer): Float32Array {
  const vector = new Float32Array(bytes.length / 4);
  for (let i = 0; i < vector.length; i++) vector[i] = bytes.readFloatLE(i * 4);
  return vector;
}
