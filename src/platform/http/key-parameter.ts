import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isStorable } from '../../kernel/text.ts';

/** The `{id}` of an address: every one takes the id or the slug. */
export const keyParameter = z.strictObject({
  id: z
    .string()
    .min(1)
    .refine(isStorable, { params: { problem: 'text.unstorable' } })
    .meta({ description: 'The id or the slug; an older slug is answered with 308' }),
});

/** Sends the caller to the same address, query included, under the current slug. */
export function sendMoved(request: FastifyRequest, reply: FastifyReply, slug: string): FastifyReply {
  const query = request.url.indexOf('?');
  const path = (request.routeOptions.url ?? '').replace(':id', encodeURIComponent(slug));
  return reply
    .header('cache-control', 'no-cache')
    .redirect(path + (query < 0 ? '' : request.url.slice(query)), 308);
}
