import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the proxy does to calls: nothing, or one of what proxies do to people. */
export const PROXY_FAULTS = ['delays', 'cuts', 'answers-500', 'answers-html'] as const;
export type ProxyFault = (typeof PROXY_FAULTS)[number];

/** Stands in front of a node. */
export interface BadProxy {
  readonly url: string;
  behave(fault: ProxyFault | null): void;
  stop(): Promise<void>;
}

const DELAY_MS = 1_500;
const HTML = '<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>';

export async function startProxy(target: string): Promise<BadProxy> {
  let fault: ProxyFault | null = null;
  const server = createServer(async (call, answer) => {
    if (fault === 'answers-500') return void answer.writeHead(500).end();
    // Half of the pages come with 200, as those of captive portals and login walls do.
    if (fault === 'answers-html')
      return void answer
        .writeHead(Math.random() < 0.5 ? 200 : 502, { 'content-type': 'text/html' })
        .end(HTML);
    if (fault === 'delays') await sleep(DELAY_MS);
    pass(call, answer, { target, cut: fault === 'cuts' });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    behave(next) {
      fault = next;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Hands a call on; cut, the node does what it is asked, and its answer breaks off in the middle. */
function pass(
  call: IncomingMessage,
  answer: ServerResponse,
  { target, cut }: { target: string; cut: boolean },
): void {
  const { host: _host, ...headers } = call.headers;
  const onward = request(`${target}${call.url}`, { method: call.method, headers }, (given) => {
    if (!cut) {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
      return;
    }
    given.once('data', (chunk: Buffer) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      answer.write(chunk.subarray(0, Math.floor(chunk.length / 2)), () => answer.destroy());
    });
    given.on('error', () => answer.destroy());
  });
  onward.on('error', () => answer.destroy());
  call.on('error', () => onward.destroy());
  call.pipe(onward);
}
