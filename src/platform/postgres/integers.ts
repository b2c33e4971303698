import pg from 'pg';

/**
 * int8 (counts, sequences, whole tenge) is read as a number everywhere: nothing we store comes near 2^53, and a
 * value beyond it fails loudly instead of being rounded. Set on pg's own table, because drizzle asks that one and
 * not the pool's. numeric stays text (`sum(bigint)` is numeric: cast it to int8).
 */
export function readInt8AsNumber(): void {
  pg.types.setTypeParser(pg.types.builtins.INT8, parseInt8);
}

/** @throws RangeError for a value that a number cannot hold exactly. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is too large for a number`);
  return value;
}
