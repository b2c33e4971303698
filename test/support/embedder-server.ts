import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const question = z.object({
  model: z.string(),
  input: z.array(z.string()),
  input_type: z.string().optional(),
});
export type Asked = z.infer<typeof question> & { readonly authorization: string | undefined };

/** Answers one request in its own way. */
export type Behaviour = (asked: Asked, response: ServerResponse, request: IncomingMessage) => void;

/** An embedder of the outside world, played by a real HTTP server: what it does can be changed at any time. */
export interface EmbedderServer {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Every request so far. */
  readonly asked: Asked[];
  /** How it answers from now on; correctly until told otherwise. */
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
}

export const DIMENSIONS = 64;

export async function startEmbedderServer(): Promise<EmbedderServer> {
  const asked: Asked[] = [];
  let behaviour = correctly();
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const read = question.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    const one = { ...read, authorization: request.headers.authorization };
    if (request.url !== '/v1/embeddings') {
      response.writeHead(404).end();
      return;
    }
    asked.push(one);
    behaviour(one, response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z
    .object({ port: z.number() })
    .parse(server.address() satisfies AddressInfo | string | null);
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    behave: (next) => {
      behaviour = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Vectors of the texts' three-letter pieces, so that texts with common words are near each other. */
export function correctly(dimensions = DIMENSIONS): Behaviour {
  return ({ input }, response) =>
    sendJson(response, 200, {
      object: 'list',
      data: input.map((text, index) => ({ index, embedding: vectorOf(text, dimensions) })),
    });
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function vectorOf(text: string, dimensions = DIMENSIONS): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  const spelt = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  for (let i = 0; i + 3 <= spelt.length; i++) {
    const at =
      createHash('md5')
        .update(spelt.slice(i, i + 3))
        .digest()
        .readUInt32LE(0) % dimensions;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  return vector;
}
