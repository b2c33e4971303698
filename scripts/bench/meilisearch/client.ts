import http from 'node:http';
import { z } from 'zod';

/** Asks one server over one connection that is kept; answers come uncompressed, as text. */
export interface KeptClient {
  get(path: string): Promise<string>;
  post(path: string, body: object): Promise<string>;
  close(): void;
}

/** Compressed answers on a kept connection stall for 40 ms (shared reference, meilisearch.md). */
const HEADERS = { 'accept-encoding': 'identity', 'content-type': 'application/json' };

/** Errors: an Error for any answer but 200. `connections` bounds how many requests run at once. */
export function keptClient(url: string, { key = null as string | null, connections = 1 } = {}): KeptClient {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const headers = { ...HEADERS, ...(key !== null && { authorization: `Bearer ${key}` }) };
  const send = (method: string, path: string, body = '') =>
    new Promise<string>((resolve, reject) => {
      const request = http.request(`${url}${path}`, { method, agent, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve(text)
            : reject(new Error(`${url}${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`)),
        );
        answer.on('error', reject);
      });
      request.on('error', reject);
      request.end(body);
    });
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, JSON.stringify(body)),
    close: () => agent.destroy(),
  };
}

/** Hits that one page of ours has. */
const LIMIT = 20;

/** The least that can be asked of Meilisearch: the ids of a page, for some words. */
export function baselinePath(uid: string, words: string): string {
  const asked = new URLSearchParams({ q: words, limit: String(LIMIT), attributesToRetrieve: 'id' });
  return `/indexes/${uid}/search?${asked}`;
}

/** The same for a text of any length. */
export const baselineSearch = (uid: string, q: string) =>
  [`/indexes/${uid}/search`, { q, limit: LIMIT, attributesToRetrieve: ['id'] }] as const;

const answer = z.object({
  processingTimeMs: z.number(),
  hits: z.array(z.object({ id: z.string() })),
});

export function readAnswer(text: string): z.infer<typeof answer> {
  return answer.parse(JSON.parse(text));
}
