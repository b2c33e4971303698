import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Sends a text that stands under a strong ETag, or 304 where the caller has it already (RFC 9110, weak
 * comparison). Caches may keep it but must ask each time.
 */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  { etag, type, text }: { etag: string; type: string; text: string },
): FastifyReply {
  reply.header('etag', etag).header('cache-control', 'no-cache');
  const known = request.headers['if-none-match'];
  if (known !== undefined && matches(known, etag)) return reply.code(304).send();
  return reply.header('content-type', type).send(text);
}

function matches(header: string, etag: string): boolean {
  return header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
