import type { NodeVectors } from '../meilisearch/node-vectors.ts';
import { passageHash, passagesOf } from './passages.ts';
import type { VectorCache } from './vector-cache.ts';

export interface KeptVectorsPorts {
  readonly cache: Pick<VectorCache, 'read' | 'dimensions'>;
  readonly model: string;
  readonly passagePrefix: string;
  /** The length of the embedder's own answers, where there were some; undefined where the cache is to say it. */
  readonly dimensions?: () => number | undefined;
}

/** Documents whose vectors are read at once. */
const READ_AT_ONCE = 100;

/**
 * The vectors of the cache as the nodes are fed with them: those of the passages, the best of which counts; heads are
 * weighed in where vectors are held. A case gets those that are there, so that a passage that cannot be embedded keeps
 * no other out.
 */
export function keptVectors({ cache, model, passagePrefix, dimensions }: KeptVectorsPorts): NodeVectors {
  let kept: number | undefined;
  return {
    async space() {
      const length = dimensions?.() ?? kept ?? (await cache.dimensions());
      kept = length;
      return length === undefined ? undefined : { model, passagePrefix, dimensions: length };
    },
    async of(documents, space) {
      const found = new Map<string, readonly Float32Array[]>();
      if (space.model !== model || space.passagePrefix !== passagePrefix) return found;
      for (let at = 0; at < documents.length; at += READ_AT_ONCE) {
        const hashed = documents.slice(at, at + READ_AT_ONCE).map((document) => ({
          id: document.id,
          hashes: passagesOf(document).map((text) => passageHash(passagePrefix, text)),
        }));
        const held = await cache.read([...new Set(hashed.flatMap(({ hashes }) => hashes))]);
        for (const { id, hashes } of hashed) {
          const vectors = hashes.flatMap((hash) => held.get(hash) ?? []);
          found.set(
            id,
            vectors.filter(({ length }) => length === space.dimensions),
          );
        }
      }
      return found;
    },
  };
}
