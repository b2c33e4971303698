import { MeilisearchApiError } from 'meilisearch';

/**
 * What went wrong with a node: `away` (no answer, a broken one, 5xx), `key` (not accepted, or without the right),
 * `full` (disk or task queue), `too-large` (the payload), `no-index`, `refused` (it does not take what was sent),
 * `version` (another one than is known to work).
 */
export type NodeTrouble = 'away' | 'key' | 'full' | 'too-large' | 'no-index' | 'refused' | 'version';

/** A node could not do what it was asked; the message says what to do about it. */
export class NodeError extends Error {
  override name = 'NodeError';
  readonly trouble: NodeTrouble;

  constructor(trouble: NodeTrouble, message: string) {
    super(message);
    this.trouble = trouble;
  }
}

/** Does what asks a node; its failures come out as {@link NodeError}. */
export async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof NodeError ? error : toNodeError(error);
  }
}

function toNodeError(error: unknown): NodeError {
  if (!(error instanceof MeilisearchApiError)) {
    // Connections, time-outs, and answers that are no JSON: a proxy or another server stands there.
    return new NodeError('away', `no usable answer: ${rootOf(error)}`);
  }
  const { status } = error.response;
  const code = error.cause?.code ?? `status ${status}`;
  const trouble = troubleOf(status, code);
  return new NodeError(trouble, `${code}: ${error.message}${ADVICE[trouble] ?? ''}`);
}

const ADVICE: Partial<Record<NodeTrouble, string>> = {
  key: ' Make keys with `sheshim meili-keys` (again for a node that was emptied) and set MEILI_SEARCH_KEY and MEILI_INDEX_KEY.',
  'no-index': ' A running service builds it; `sheshim reindex` does so without one.',
  full: ' Free disk, or delete old tasks of the node; it goes on by itself then.',
};

/** What began it: fetch says no more than that it failed. */
function rootOf(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : String(error);
}

function troubleOf(status: number, code: string): NodeTrouble {
  if (status === 401 || status === 403) return 'key';
  if (status === 413) return 'too-large';
  if (code === 'index_not_found') return 'no-index';
  if (FULL.has(code)) return 'full';
  return status >= 500 || status === 408 || status === 429 ? 'away' : 'refused';
}

/** What the failure of a task says of the node rather than of the documents. */
export function troubleOfTask(code: string): NodeTrouble | undefined {
  if (code === 'index_not_found') return 'no-index';
  if (FULL.has(code)) return 'full';
  return OF_THE_NODE.has(code) ? 'away' : undefined;
}

const FULL = new Set(['no_space_left_on_device', 'too_many_open_files', 'database_size_limit_reached']);
const OF_THE_NODE = new Set(['io_error', 'bad_request', 'unretrievable_document', 'remote_timeout']);
