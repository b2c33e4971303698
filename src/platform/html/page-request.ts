import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { anonymous, type Context, systemClock } from '../../kernel/context.ts';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import { type Place, readPlace } from './place.ts';

/** Registers routes once for each language, under `/kk`, `/ru` and `/en`. */
export function inEachLanguage(
  app: FastifyInstance,
  routes: (app: FastifyInstance, language: Language) => void,
): void {
  for (const language of LANGUAGES) {
    app.register(
      (scope, _options, done) => {
        routes(scope, language);
        done();
      },
      { prefix: `/${language}` },
    );
  }
}

/** The place of the page that was asked for, with its query. */
export function pagePlace(request: FastifyRequest): Place {
  return readPlace(request.url)?.place ?? '/';
}

/** What a verb is told when a page calls it. */
export function pageContext(request: FastifyRequest, language: Language): Context {
  return { actor: anonymous, requestId: request.id, clock: systemClock, language };
}

const compress = promisify(gzip);
/** Pages shorter than this gain nothing. */
const WORTH_COMPRESSING = 1_000;

/**
 * Answers with a page, compressed where the browser takes it. Pages change with the data, so they are asked for
 * again each time.
 */
export async function sendPage(reply: FastifyReply, language: Language, html: string): Promise<FastifyReply> {
  reply
    .type('text/html; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-cache')
    .header('vary', 'accept-encoding');
  const takesGzip = /\bgzip\b/.test(String(reply.request.headers['accept-encoding'] ?? ''));
  if (!takesGzip || html.length < WORTH_COMPRESSING) return reply.send(html);
  return reply.header('content-encoding', 'gzip').send(await compress(html, { level: 6 }));
}
