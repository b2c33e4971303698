import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { meiliKeys } from '../../../src/commands/meili-keys.ts';
import { freePort } from '../../support/free-port.ts';
import {
  type MeilisearchServer,
  startMeilisearch,
  startsMeilisearch,
  withoutMeilisearch,
} from '../../support/meilisearch.ts';

const MASTER_KEY = 'a master key for the tests alone';

describe.skipIf(!startsMeilisearch)(`sheshim meili-keys${withoutMeilisearch}`, () => {
  let node: MeilisearchServer;
  let open: MeilisearchServer;
  let away: string;

  beforeAll(async () => {
    [node, open] = [await startMeilisearch({ masterKey: MASTER_KEY }), await startMeilisearch()];
    away = `http://127.0.0.1:${await freePort()}`;
  });
  afterAll(async () => {
    await node?.stop();
    await open?.stop();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  async function run(urls: readonly string[], masterKey: string) {
    const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const meilisearch = { urls, searchKey: null, indexKey: null, uid: node.uid() };
    await meiliKeys({ meilisearch }, masterKey);
    return { lines: lines.mock.calls.flat(), told: told.mock.calls.flat(), exitCode: process.exitCode };
  }

  it('makes the keys where it can, and names the node where it cannot', async () => {
    const { lines, told, exitCode } = await run([away, node.url], MASTER_KEY);
    expect(lines).toEqual([expect.stringMatching(/^MEILI_SEARCH_KEY=\w+\nMEILI_INDEX_KEY=\w+$/)]);
    expect(told).toEqual([expect.stringContaining(`${away}: no keys were made: no usable answer`)]);
    expect(exitCode).toBe(1);
  });

  it('says that the master key is wrong, or that there is none', async () => {
    const { lines, told } = await run([node.url, open.url], 'another key than that of the node');
    expect(lines).toEqual([]);
    expect(told).toEqual([
      `${node.url}: no keys were made: the node has another master key than MEILI_MASTER_KEY: correct the variable, or give the node that key`,
      `${open.url}: no keys were made: the node has no master key: start it with one, the same for all nodes`,
    ]);
  });
});
