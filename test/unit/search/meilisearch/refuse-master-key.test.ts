import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { refuseMasterKey } from '../../../../src/search/meilisearch/refuse-master-key.ts';

it('does not wait for a node that takes the connection and says nothing', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = z.object({ port: z.number() }).parse(silent.address());
  silent.unref();
  await expect(refuseMasterKey(`http://127.0.0.1:${port}`, 'key')).resolves.toBe(false);
});
