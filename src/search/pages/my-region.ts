import type { FastifyReply, FastifyRequest } from 'fastify';

/** The reader's region, remembered for a year in a cookie that no script reads. */
const NAME = 'region';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The code that was remembered, unchecked, or null. */
export function rememberedRegion(request: FastifyRequest): string | null {
  return /(?:^|;\s*)region=([A-Za-z0-9-]{1,10})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1] ?? null;
}

/** Remembers the region, or forgets it when there is none. */
export function rememberRegion(reply: FastifyReply, code: string | null, secure: boolean): void {
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const age = code === null ? 0 : YEAR_SECONDS;
  reply.header('set-cookie', `${NAME}=${code ?? ''}; Max-Age=${age}; ${attributes}`);
}
