import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { AppError } from '../../kernel/errors.ts';
import { toProblem } from './problem.ts';

/** What Node's parser refuses before there is a request: reason and status by its code. */
const BY_CODE: Readonly<Record<string, readonly [reason: string, status: number, phrase: string]>> = {
  HPE_INVALID_URL: ['url.not-encoded', 400, 'Bad Request'],
  HPE_HEADER_OVERFLOW: ['request.headers-too-large', 431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['request.timeout', 408, 'Request Timeout'],
};

/** Answers what is not HTTP at all, in Russian, since no language could be read, and closes the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy(error);
    return;
  }
  const [reason, status, phrase] = BY_CODE[error.code ?? ''] ?? ['request.malformed', 400, 'Bad Request'];
  const told = new AppError('invalid-input', { reason });
  const body = JSON.stringify(toProblem(told, { language: 'ru', requestId: randomUUID(), status }));
  socket.end(
    [
      `HTTP/1.1 ${status} ${phrase}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
