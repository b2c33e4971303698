/** Why the embedded PostgreSQL could not be had. */
export type EmbeddedReason =
  | 'already-running'
  | 'wrong-version'
  | 'unsupported-platform'
  | 'missing-binaries'
  | 'disk-full'
  | 'unreachable'
  | 'foreign-data'
  | 'foreign-socket-directory'
  | 'start-failed';

/** The embedded PostgreSQL could not be had; the message says in plain words why, and what a person can do. */
export class EmbeddedError extends Error {
  readonly reason: EmbeddedReason;

  constructor(reason: EmbeddedReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'EmbeddedError';
    this.reason = reason;
  }
}

/** The code of a system or PostgreSQL error (`ENOENT`, `57P03`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The error's message, or the thing itself as text. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
