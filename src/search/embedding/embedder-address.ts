import { BlockList, isIP } from 'node:net';

/** The address that texts are sent to, from a server's, with or without `/v1` and `/embeddings`. */
export function embeddingsAddress(url: string): URL {
  const address = new URL(url);
  const base = address.pathname.replace(/\/+$/, '');
  if (base.endsWith('/embeddings')) address.pathname = base;
  else address.pathname = `${base}${/\/v\d+$/.test(base) ? '' : '/v1'}/embeddings`;
  return address;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether texts stay on this machine: a loopback address, or the name for one. */
export function isOnThisMachine({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  const family = isIP(host);
  return family !== 0 && loopback.check(host, family === 6 ? 'ipv6' : 'ipv4');
}
