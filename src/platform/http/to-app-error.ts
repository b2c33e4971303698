import { AppError } from '../../kernel/errors.ts';
import { isUnavailable } from '../postgres/failures.ts';

/** What Fastify and its plugins throw, by their codes. */
const BY_CODE: Readonly<Record<string, () => AppError>> = {
  FST_ERR_BAD_URL: () => new AppError('invalid-input', { reason: 'url.malformed' }),
  FST_ERR_INVALID_URL: () => new AppError('invalid-input', { reason: 'url.malformed' }),
  FST_ERR_MAX_PARAM_LENGTH: () => new AppError('not-found'),
  FST_ERR_CTP_BODY_TOO_LARGE: () => new AppError('too-large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new AppError('unsupported-media-type'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => new AppError('invalid-input', { reason: 'body.broken' }),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => new AppError('invalid-input', { reason: 'body.empty' }),
};

/** By the status that an error carries; the rest of 400 to 499 is bad input. */
const BY_STATUS: Readonly<Record<number, () => AppError>> = {
  403: () => new AppError('forbidden'),
  404: () => new AppError('not-found'),
  413: () => new AppError('too-large'),
  415: () => new AppError('unsupported-media-type'),
};

/**
 * Whatever was thrown while a request was served, as an error that can be told: our own as they are, a database
 * that is away as `unavailable`, the framework's by their codes, everything else as `internal`.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isBrokenOff(error)) return new AppError('invalid-input', { reason: 'body.broken' });
  if (isUnavailable(error)) return new AppError('unavailable', { cause: error });
  const { code, statusCode } = marksOf(error);
  const known = BY_CODE[code] ?? BY_STATUS[statusCode];
  if (known !== undefined) return known();
  if (statusCode >= 400 && statusCode < 500) return new AppError('invalid-input');
  return new AppError('internal', { cause: error });
}

/** Whoever sent it went away in the middle: what Node says of it looks like a lost database. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && error.message === 'aborted' && marksOf(error).code === 'ECONNRESET';
}

function marksOf(error: unknown): { code: string; statusCode: number } {
  if (typeof error !== 'object' || error === null) return { code: '', statusCode: 0 };
  const code: unknown = Reflect.get(error, 'code');
  const statusCode: unknown = Reflect.get(error, 'statusCode');
  return {
    code: typeof code === 'string' ? code : '',
    statusCode: typeof statusCode === 'number' ? statusCode : 0,
  };
}
