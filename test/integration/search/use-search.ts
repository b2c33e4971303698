import { afterAll, beforeAll } from 'vitest';
import { plainText } from '../../../src/platform/markdown/plain-text.ts';
import { analysisOf } from '../../../src/search/application/analysis-of.ts';
import { createSearchVerbs } from '../../../src/search/application/create-search.ts';
import type { Practices } from '../../../src/search/application/find-practices.ts';
import { NO_VECTORS, type SemanticIndex } from '../../../src/search/application/meaning.ts';
import { createEmbeddedEngine } from '../../../src/search/embedded/embedded-engine.ts';
import { documentSource } from '../../../src/search/indexing/document-source.ts';
import { startIndexing } from '../../../src/search/indexing/follow-changes.ts';
import { toSearchDocument } from '../../../src/search/indexing/search-document.ts';
import { RANKING } from '../../../src/search/ranking/parameters.ts';
import { type casesOn, useCases } from '../../support/cases.ts';

type Cases = Awaited<ReturnType<typeof casesOn>>;

/** Search over the cases of a database, wired as compose/ does it, one engine of its own. */
export function searchOver(
  { published, reference, verbs, changes }: Cases,
  given: {
    published?: Cases['published'];
    changes?: Cases['changes'];
    semantic?: SemanticIndex;
    practices?: Practices;
  } = {},
) {
  const analysis = analysisOf(reference, reference.glossary);
  const engine = createEmbeddedEngine(analysis.analyse);
  const documentOf = (record: Parameters<typeof toSearchDocument>[0]) => toSearchDocument(record, plainText);
  const problems: string[] = [];
  const log = { warn: (_: object, message: string) => problems.push(message) };
  const indexing = startIndexing({
    index: engine,
    source: documentSource({ published: given.published ?? published, documentOf, log }),
    changes: given.changes ?? changes,
    log,
  });
  const search = createSearchVerbs({
    engine,
    published,
    reference,
    analysis,
    practices: given.practices,
    documentOf,
    readCase: verbs.readCase,
    semantic: given.semantic ?? NO_VECTORS,
    parameters: RANKING,
  });
  return { search, engine, indexing, problems };
}

/** Gives a suite cases and search over them; `seed` runs before the engine is filled. */
export function useSearch(
  seed: (cases: Cases) => Promise<void> = async () => undefined,
  given: Parameters<typeof searchOver>[1] = {},
) {
  const cases = useCases();
  let search: ReturnType<typeof searchOver>;
  beforeAll(async () => {
    await seed(cases());
    search = searchOver(cases(), given);
    await search.indexing.filled;
  });
  afterAll(() => search?.indexing.stop());
  return () => ({ cases: cases(), ...search });
}
