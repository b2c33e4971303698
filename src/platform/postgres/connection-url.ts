import type { PoolConfig } from 'pg';

/** A connection as an address, for another process; a folder with a socket stands where the host does. */
export function connectionUrl({ connectionString, host, port, user, database }: PoolConfig): string {
  if (connectionString !== undefined) return connectionString;
  const [account, place, name] = [user, host, database].map((part) => encodeURIComponent(part ?? ''));
  return `postgres://${account}@${place}:${port}/${name}?sslmode=disable`;
}
