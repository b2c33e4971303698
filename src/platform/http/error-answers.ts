import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { answerLanguage } from './answer-language.ts';
import { loggedError } from './logged-error.ts';
import { parameterOfInput } from './parameter-name.ts';
import { type Problem, toProblem } from './problem.ts';
import { requestLine } from './request-log.ts';
import { toAppError } from './to-app-error.ts';

/** An error as verbs throw it, and as the answer tells it. */
export interface Failure {
  readonly error: AppError;
  readonly problem: Problem;
}

/** Renders an error for people; the whole HTML document. */
export type RenderErrorPage = (failure: Failure, language: Language, request: FastifyRequest) => string;

/** Seconds after which a caller may ask again when the database is away. */
const RETRY_AFTER_SECONDS = 5;
/** Addresses that programs call; every other one is a page. */
const PROGRAMS = /^\/(?:api|docs|openapi\.json|metrics|healthz|readyz)(?:[/?]|$)/;

/** Turns whatever is thrown into `application/problem+json`, or into a page where a page was asked for. */
export function answerErrors(app: FastifyInstance, renderErrorPage: RenderErrorPage): void {
  app.setErrorHandler((thrown, request, reply) => sendError(thrown, request, reply, renderErrorPage));
}

/** Sends the error; without a renderer always as JSON. */
export function sendError(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  renderErrorPage?: RenderErrorPage,
): FastifyReply {
  const error = withParameterNames(toAppError(thrown), request);
  const language = answerLanguage(request);
  const problem = toProblem(error, { language, requestId: request.id });
  if (problem.status >= 500) logFailure(error, request);
  reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .header('content-language', language)
    .removeHeader('etag');
  if (error.code === 'unavailable') reply.header('retry-after', RETRY_AFTER_SECONDS);
  if (renderErrorPage === undefined || !wantsPage(request))
    return reply.header('content-type', 'application/problem+json').send(JSON.stringify(problem));
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .send(renderErrorPage({ error, problem }, language, request));
}

function wantsPage(request: FastifyRequest): boolean {
  return !PROGRAMS.test(request.url) && (request.headers.accept ?? '').includes('text/html');
}

/** A GET has no body: what a verb says of its input is said of the parameters. */
function withParameterNames(error: AppError, { method }: FastifyRequest): AppError {
  if (error.problems.length === 0 || (method !== 'GET' && method !== 'HEAD')) return error;
  return new AppError(error.code, {
    message: error.message,
    problems: error.problems.map((problem) => ({ ...problem, path: parameterOfInput(problem.path) })),
    ...(error.reason === undefined ? {} : { reason: error.reason }),
    params: error.params,
  });
}

function logFailure(error: AppError, request: FastifyRequest): void {
  const details = { ...requestLine(request), error: loggedError(error.cause ?? error) };
  if (error.code === 'unavailable') request.log.warn(details, 'the database is not available');
  else request.log.error(details, 'a request broke something');
}
