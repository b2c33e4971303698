import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/errors.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads bodies of `application/json` and refuses every other media type. Broken UTF-8 is refused, not
 * replaced, and a syntax error is told with its place. Errors: AppError `invalid-input`,
 * `unsupported-media-type`.
 */
export function acceptJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      refuseOtherEncodings(request);
      return parseJson(decodeUtf8(body));
    },
  );
}

function refuseOtherEncodings({ headers }: FastifyRequest): void {
  const compressed = headers['content-encoding'];
  if (compressed !== undefined && compressed.toLowerCase() !== 'identity')
    throw new AppError('unsupported-media-type');
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^(utf-?8|us-ascii)$/i.test(charset))
    throw new AppError('unsupported-media-type');
}

function decodeUtf8(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new AppError('invalid-input', { reason: 'body.encoding' });
  }
}

function parseJson(text: string): unknown {
  if (text.trim() === '') throw new AppError('invalid-input', { reason: 'body.empty' });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw syntaxError(error);
  }
}

/** The parser's message holds a piece of the body; only the place is taken from it. */
function syntaxError(error: unknown): AppError {
  const position = error instanceof SyntaxError ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined
    ? new AppError('invalid-input', { reason: 'body.json-cut' })
    : new AppError('invalid-input', { reason: 'body.json', params: { position: Number(position) + 1 } });
}
