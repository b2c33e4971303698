import { z } from 'zod';

/** A database server, as plain data that vitest can hand to its workers. */
export const serverConnection = z.union([
  z.object({
    host: z.string(),
    port: z.number(),
    user: z.string(),
    database: z.string(),
    ssl: z.literal(false),
  }),
  z.object({ connectionString: z.string() }),
]);
export type ServerConnection = z.infer<typeof serverConnection>;

/** The same server, another database. */
export function toDatabase(server: ServerConnection, database: string): ServerConnection {
  if (!('connectionString' in server)) return { ...server, database };
  const url = new URL(server.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}
