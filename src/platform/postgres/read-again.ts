import type pg from 'pg';
import { isCutOff } from './failures.ts';

/**
 * The same pool, whose reads are asked again over another connection where theirs is cut: nothing was changed by them. So
 * a restart of a pooler or a failover costs a reader nothing. Writes and transactions fail as before.
 */
export function readingAgain(pool: pg.Pool): pg.Pool {
  // Those that lay idle may be cut as well without having been told yet, and one is taken after the other.
  const most = pool.options.max + 1;
  const query = async (...asked: unknown[]): Promise<unknown> => {
    for (let tried = 1; ; tried++)
      try {
        return await Reflect.apply(pool.query, pool, asked);
      } catch (error) {
        if (tried >= most || !isRead(asked[0]) || !isCutOff(error)) throw error;
      }
  };
  return new Proxy(pool, { get: (of, key) => (key === 'query' ? query : Reflect.get(of, key)) });
}

function isRead(statement: unknown): boolean {
  const text =
    typeof statement === 'object' && statement !== null && 'text' in statement ? statement.text : statement;
  return typeof text === 'string' && /^\s*select\s/i.test(text);
}
