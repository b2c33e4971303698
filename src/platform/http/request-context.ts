import type { FastifyRequest } from 'fastify';
import { anonymous, type Context, systemClock } from '../../kernel/context.ts';
import { answerLanguage } from './answer-language.ts';

/** What verbs are told of a request: until sign-in exists everybody is a reader. */
export function contextOf(request: FastifyRequest): Context {
  return {
    actor: anonymous,
    requestId: request.id,
    clock: systemClock,
    language: answerLanguage(request),
  };
}
