import { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { loggedError } from './logged-error.ts';

/**
 * One line a request: method, path, route, status, milliseconds. Query strings, bodies, headers and addresses
 * of people never come here, because a complaint or who sent it could stand in them.
 */
export class RequestLog extends LogController {
  override incomingRequest(): void {}
  override routeNotFound(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const line = {
      ...requestLine(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (error) request.log.error({ ...line, error: loggedError(error) }, 'request failed');
    else request.log.info(line, 'request');
  }

  override defaultErrorLog(error: Error, request: FastifyRequest): void {
    request.log.error({ ...requestLine(request), error: loggedError(error) }, 'request failed');
  }

  override streamError(error: Error, request: FastifyRequest): void {
    request.log.info({ ...requestLine(request), error: loggedError(error) }, 'the answer broke off');
  }

  override writeHeadError(error: Error, request: FastifyRequest): void {
    request.log.warn({ ...requestLine(request), error: loggedError(error) }, 'headers could not be written');
  }

  override serializerError(error: Error, request: FastifyRequest): void {
    request.log.error(
      { ...requestLine(request), error: loggedError(error) },
      'the answer could not be written',
    );
  }

  override serviceUnavailable(logger: FastifyBaseLogger): void {
    logger.info('refused a request while closing');
  }
}

/** What of a request may be logged. */
export function requestLine(request: FastifyRequest): { method: string; path: string; route: string | null } {
  return { method: request.method, path: pathOf(request.url), route: request.routeOptions.url ?? null };
}

/** An address without its query string. */
export function pathOf(url: string): string {
  const end = url.search(/[?#;]/);
  return end < 0 ? url : url.slice(0, end);
}
