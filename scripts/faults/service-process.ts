// A service as its users run it, with a driver beside it: writes come as messages from the bench that started it.
import process from 'node:process';
import pino from 'pino';
import { z } from 'zod';
import { compose } from '../../src/compose/service.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/kernel/context.ts';
import { openDatabase } from '../../src/platform/postgres/database.ts';
import { serverConnection } from '../../test/support/connection.ts';
import { type CaseState, type Command, command, type Message } from './commands.ts';

const given = z.object({ connection: z.string(), content: z.string(), port: z.coerce.number() }).parse({
  connection: process.env.BENCH_CONNECTION,
  content: process.env.BENCH_CONTENT,
  port: process.env.PORT,
});
const connection = serverConnection.parse(JSON.parse(given.connection));
const config = readConfig(process.env, process.cwd());
const logger = pino({ level: config.logLevel });
const service = await compose({
  config,
  logger,
  content: given.content,
  storage: { ...openDatabase(connection, { log: logger }), connection },
});
await service.app.listen({ host: '127.0.0.1', port: given.port });

process.on('disconnect', () => process.exit());
process.on('message', (received) => {
  const asked = command.parse(received);
  write(asked).then(
    (state) => tell({ kind: 'done', id: asked.id, state }),
    (error: unknown) => tell({ kind: 'failed', id: asked.id, problem: String(error) }),
  );
});
tell({ kind: 'ready' });

async function write(asked: Command): Promise<CaseState> {
  const { id, caseId } = asked;
  const ctx = {
    actor: { kind: 'test', id: 'bench', institutionId: null, roles: [] },
    requestId: id,
    clock: systemClock,
    language: 'ru',
  } as const;
  const { cases } = service;
  switch (asked.verb) {
    case 'create':
      return cases.createCase({ ctx, input: { id: caseId, content: asked.content } });
    case 'change': {
      const { content, basedOnRevision } = asked;
      return cases.changeCase({ ctx, input: { id: caseId, content, basedOnRevision } });
    }
    case 'publish':
      return cases.publishCase({ ctx, input: { id: caseId } });
    case 'archive':
      return cases.archiveCase({ ctx, input: { id: caseId, reason: 'bench' } });
    case 'delete':
      await cases.deleteCase({ ctx, input: { id: caseId, reason: 'bench' } });
      return null;
  }
}

function tell(said: Message): void {
  // Whoever is gone hears nothing.
  if (process.connected) process.send?.(said, () => undefined);
}
