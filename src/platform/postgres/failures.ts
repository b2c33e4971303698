import { AppError } from '../../kernel/errors.ts';

const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** These mean an absent or closed socket only when connecting, not when a file is opened. */
const SOCKET_CODES = new Set(['ENOENT', 'EACCES']);

/**
 * SQLSTATEs (appendix A of PostgreSQL's manual): connection exceptions, insufficient resources (disk full, too many
 * clients), system errors; shutdown, crash and start; a statement given up for its time; a server that only reads.
 */
const SQLSTATES = /^(08|53|58|57P0[1-5]$|57014$|55P03$|25006$)/;

/** What pg says without a code. */
const PG_MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
  'Query read timeout',
  'Cannot use a pool after calling end on the pool',
];

const DEEPEST_CAUSE = 8;

/**
 * Whether an error, or one that caused it (drizzle wraps them), means that the database cannot serve now and another
 * try later may do: lost or refused connections, shutdown, start, too many clients, a full disk, a timeout.
 */
export function isUnavailable(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < DEEPEST_CAUSE && current instanceof Error; depth++) {
    if (current instanceof AppError) return current.code === 'unavailable';
    if (saysUnavailable(current)) return true;
    if (current instanceof AggregateError && current.errors.some(isUnavailable)) return true;
    current = current.cause;
  }
  return false;
}

const CUT_CODES = /^(57P0[12]|ECONNRESET|EPIPE)$/;

/** Whether the connection broke under a statement, which may be done again over another one where it only read. */
export function isCutOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return CUT_CODES.test(code) || (code === '' && error.message.startsWith('Connection terminated'));
}

/** The error as AppError `unavailable` when it is one (see {@link isUnavailable}), else the error itself. */
export function asAppError(error: unknown): unknown {
  if (error instanceof AppError || !isUnavailable(error)) return error;
  return new AppError('unavailable', { message: 'the database is not available', cause: error });
}

/** Does the work; a database that cannot serve comes out as AppError `unavailable`, other errors as they are. */
export async function tellUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asAppError(error);
  }
}

function saysUnavailable(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SYSTEM_CODES.has(code) || SQLSTATES.test(code)) return true;
  if (SOCKET_CODES.has(code)) return 'syscall' in error && error.syscall === 'connect';
  return code === '' && PG_MESSAGES.some((start) => error.message.startsWith(start));
}
