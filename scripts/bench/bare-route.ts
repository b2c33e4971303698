// The yardstick: a Fastify route that reads one row by its key through pg with a prepared statement, and nothing else.
import Fastify from 'fastify';
import pg from 'pg';
import { openEmbedded } from '../../src/platform/postgres/embedded/open-embedded.ts';

const log = { info() {}, warn: console.error, error: console.error };
const embedded = await openEmbedded({ dataDir: process.env.DATA_DIR ?? '.data', whenRunning: 'attach', log });
const pool = new pg.Pool({ ...embedded.connection, max: 10 });

const app = Fastify();
app.get<{ Params: { id: string } }>('/row/:id', async (request) => {
  const { rows } = await pool.query({
    name: 'row_by_key',
    text: 'select content from case_revision where case_id = $1 and revision = 1',
    values: [request.params.id],
  });
  return rows[0];
});
app.get('/ready', () => ({ ready: true }));

process.once('SIGTERM', async () => {
  await app.close();
  await pool.end();
  await embedded.stop();
  process.exit(0);
});
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
