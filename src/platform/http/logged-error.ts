const DEEPEST_CAUSE = 5;

/** An error as the log keeps it. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/**
 * An error for the log: where it came from, without the values that a person sent. Database errors carry them
 * in their message (`params: …`), `detail` and `where`; none of these is kept.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  const message = withoutValues(error.message);
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  return {
    type: error.name,
    message,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(frames ? { stack: `${error.name}: ${message}\n${frames}` } : {}),
    ...(error.cause !== undefined && depth < DEEPEST_CAUSE
      ? { cause: loggedError(error.cause, depth + 1) }
      : {}),
  };
}

function withoutValues(message: string): string {
  return message.replace(/\s*params: [\s\S]*$/, '').replace(/"[^"]{40,}"/g, '"…"');
}
