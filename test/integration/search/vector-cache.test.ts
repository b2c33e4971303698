import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { vectorCache } from '../../../src/search/adapters/vector-cache.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ max: 10 });
});
afterAll(() => database?.drop());
afterEach(() => database.pool.query('truncate embedding'));

const hash = (n: number) => n.toString(16).padStart(64, '0');
const cache = (model = 'test') => vectorCache(database.db, model);
const usedOn = async () =>
  (
    await database.pool.query<{ days: number }>(
      'select current_date - used_on as days from embedding order by hash',
    )
  ).rows.map(({ days }) => days);

describe('the cache of vectors', () => {
  it('gives back to the bit what was written, by model', async () => {
    const vector = Float32Array.of(0.1, -1 / 3, 1e-38, 0);
    await cache().write(new Map([[hash(1), vector]]));
    expect(await cache().read([hash(1), hash(2)])).toEqual(new Map([[hash(1), vector]]));
    expect(await cache('other').read([hash(1)])).toEqual(new Map());
    expect(await cache().read([])).toEqual(new Map());
  });

  it('keeps the first of two, but not one of another length', async () => {
    await cache().write(new Map([[hash(1), Float32Array.of(1, 0)]]));
    await cache().write(new Map([[hash(1), Float32Array.of(0, 1)]]));
    expect((await cache().read([hash(1)])).get(hash(1))).toEqual(Float32Array.of(1, 0));
    await cache().write(new Map([[hash(1), Float32Array.of(0, 1, 0)]]));
    expect((await cache().read([hash(1)])).get(hash(1))).toEqual(Float32Array.of(0, 1, 0));
  });

  it('removes what nobody read in a month, of any model', async () => {
    for (const model of ['test', 'other'])
      await cache(model).write(new Map([1, 2].map((n) => [hash(n), Float32Array.of(n)])));
    await database.pool.query('update embedding set used_on = current_date - 31');
    await cache().read([hash(1)]);
    expect(await cache().sweep()).toBe(3);
    expect(await usedOn()).toEqual([0]);
  });

  it('notes a reading once a week, not each time', async () => {
    await cache().write(new Map([[hash(1), Float32Array.of(1)]]));
    await database.pool.query('update embedding set used_on = current_date - 3');
    await cache().read([hash(1)]);
    expect(await usedOn()).toEqual([3]);
  });

  it('gives the turn to one at a time, by model, and back after a failure', async () => {
    const turns: boolean[] = [];
    const had = await cache().alone(async () => {
      turns.push(
        await cache().alone(async () => undefined),
        await cache('other').alone(async () => undefined),
      );
    });
    expect([had, ...turns]).toEqual([true, false, true]);
    const failing = cache().alone(async () => {
      throw new Error('the embedder is away');
    });
    await expect(failing).rejects.toThrow('the embedder is away');
    expect(await cache().alone(async () => undefined)).toBe(true);
  });
});
