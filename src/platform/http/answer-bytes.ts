import type { FastifyInstance } from 'fastify';

/**
 * Puts every answer that is a text into bytes, once: of a string Node counts the bytes, copies it to stand behind the headers and
 * converts that.
 */
export function answerInBytes(app: FastifyInstance): void {
  app.addHook('onSend', (_request, _reply, payload, done) => {
    done(null, typeof payload === 'string' ? Buffer.from(payload) : payload);
  });
}
