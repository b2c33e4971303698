import { LRUCache } from 'lru-cache';

/**
 * What is worked out of a collection and holds until a document changes, since the same words are asked for again and again
 * between two changes; as much as there is room for, the longest unused goes first.
 */
export class KeptUntilChanged<Key extends string | number, Value extends object> {
  readonly #kept: LRUCache<Key, Value>;
  readonly #statistics: { readonly version: number };
  #version = -1;

  /** `statistics` tell of changes by their version; `most` is the sum of all sizes, `sizeOf` at least 1. */
  constructor(
    statistics: { readonly version: number },
    { most, sizeOf }: { most: number; sizeOf: (value: Value) => number },
  ) {
    this.#statistics = statistics;
    this.#kept = new LRUCache({ maxSize: most, sizeCalculation: sizeOf });
  }

  of(key: Key, make: () => Value): Value {
    const known = this.known(key);
    if (known !== undefined) return known;
    const made = make();
    this.#kept.set(key, made);
    return made;
  }

  /** Undefined where it was not worked out since the last change, or there was no room. */
  known(key: Key): Value | undefined {
    const { version } = this.#statistics;
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
    return this.#kept.get(key);
  }
}
