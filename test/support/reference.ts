import path from 'node:path';
import { loadReference } from '../../src/reference/adapters/load-reference.ts';
import type { Reference } from '../../src/reference/index.ts';

let loaded: Promise<Reference> | undefined;

/** The shipped reference data, read once in each worker. */
export function testReference(): Promise<Reference> {
  loaded ??= loadReference(path.join(import.meta.dirname, '../../content/taxonomy'));
  return loaded;
}
