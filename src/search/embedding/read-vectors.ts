import { z } from 'zod';
import { EmbedderError } from './embedder.ts';

/** No model has nearly as many; so many can still be passed to a function. */
const MOST_DIMENSIONS = 16_384;

/** The answer of `/v1/embeddings`, as far as it is looked at. */
const answer = z.looseObject({
  data: z.array(
    z.looseObject({
      index: z.int().min(0).optional(),
      embedding: z.array(z.number()).min(1).max(MOST_DIMENSIONS),
    }),
  ),
});
type Item = z.infer<typeof answer>['data'][number];

/** Shorter than this is no direction. */
const LEAST_LENGTH = 1e-9;

/**
 * The vectors of an answer to `count` texts, in the order of the texts and of length 1. Errors: EmbedderError
 * `wrong-answer` that says what was wrong: not JSON, another shape, a vector missing or twice, no finite number,
 * nothing but zeros, different lengths.
 */
export function readVectors(body: string, count: number): Float32Array[] {
  const read = answer.safeParse(parse(body));
  if (!read.success) throw wrong(`the answer has another shape: ${told(read.error)}`);
  const { data } = read.data;
  if (data.length !== count) throw wrong(`${data.length} vectors for ${count} texts`);
  const vectors = inOrder(data).map(({ embedding }) => unit(embedding));
  const dimensions = vectors[0]?.length;
  if (vectors.some(({ length }) => length !== dimensions)) throw wrong('vectors of different lengths');
  return vectors;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own message quotes the text.
    throw wrong(
      `the answer is not JSON (${body.length} characters${/\bNaN\b/.test(body) ? ', with NaN' : ''})`,
    );
  }
}

/** Paths and expectations alone: zod quotes no value. */
function told({ issues }: z.ZodError): string {
  const [first] = issues;
  return first === undefined ? 'unknown' : `${first.path.join('.') || 'the whole'}: ${first.message}`;
}

/** Servers may answer in any order; one that numbers nothing answers in ours. */
function inOrder(data: readonly Item[]): readonly Item[] {
  if (data.every(({ index }) => index === undefined)) return data;
  const ordered = data.toSorted((a, b) => (a.index ?? -1) - (b.index ?? -1));
  if (ordered.some(({ index }, i) => index !== i)) throw wrong('the indices are not those of the texts');
  return ordered;
}

/** The vector at length 1. */
function unit(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  if (!Number.isFinite(length)) throw wrong('a vector with a number that is not finite');
  if (length < LEAST_LENGTH) throw wrong('a vector of zeros');
  return Float32Array.from(numbers, (n) => n / length);
}

function wrong(message: string): EmbedderError {
  return new EmbedderError('wrong-answer', message);
}
