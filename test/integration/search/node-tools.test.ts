import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeNodeTools } from '../../../src/compose/node-tools.ts';
import { readConfig } from '../../../src/config.ts';
import { makeKeys } from '../../../src/search/meilisearch/make-keys.ts';
import { nodeClient } from '../../../src/search/meilisearch/node-client.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  type MeilisearchServer,
  startMeilisearch,
  startsMeilisearch,
  withoutMeilisearch,
} from '../../support/meilisearch.ts';
import { testReference } from '../../support/reference.ts';

const MASTER_KEY = 'a master key for this suite alone';
const UID = 'cases';

describe.skipIf(!startsMeilisearch)(
  `what an operator does with a node in production${withoutMeilisearch}`,
  () => {
    let database: TestDatabase;
    let node: MeilisearchServer;
    beforeAll(async () => {
      database = await createTestDatabase();
      node = await startMeilisearch({ masterKey: MASTER_KEY });
    });
    afterAll(async () => {
      await node?.stop();
      await database?.drop();
    });

    async function tools(indexKey: string) {
      const config = { ...readConfig({}, process.cwd()), production: true };
      const parts = { config, logger: pino({ level: 'silent' }), storage: database };
      const meilisearch = { urls: [node.url], searchKey: indexKey, indexKey, uid: UID };
      const [found] = composeNodeTools(parts, await testReference(), meilisearch);
      if (found === undefined) throw new Error('there is no node');
      return found;
    }

    it('wants a key for its index and refuses the master key', async () => {
      const { index } = await makeKeys(nodeClient(node.url, MASTER_KEY), UID);
      const rightly = await tools(index);
      await rightly.rebuild(() => undefined);
      expect(await rightly.compare(0)).toMatchObject({ cases: 0, missing: [] });
      const wrongly = await tools(MASTER_KEY);
      await expect(wrongly.compare(0)).rejects.toThrow('meili-keys');
      await expect(wrongly.rebuild(() => undefined)).rejects.toThrow('meili-keys');
    });
  },
);
