import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../app.ts';
import type { CaseVerbs } from '../cases/application/case-verbs.ts';
import type { LoadReport } from '../cases/application/load-content.ts';
import { loadAssets } from '../platform/html/assets.ts';
import { errorPagesOf } from '../platform/html/error-page.tsx';
import type { Health, Readiness } from '../platform/http/health.ts';
import type { Measures } from '../platform/http/metrics.ts';
import { loadReference } from '../reference/adapters/load-reference.ts';
import { createReferenceVerbs } from '../reference/index.ts';
import { embeddingMetrics } from '../search/embedding/embedding-metrics.ts';
import type { SearchVerbs } from '../search/index.ts';
import { pruneOutbox } from '../search/indexing/prune-outbox.ts';
import { measuredSearch, nodeMetrics } from '../search/search-metrics.ts';
import { CONTENT_FOLDER, type Storage } from '../storage.ts';
import { composeCases } from './cases.ts';
import { checkKeys } from './nodes.ts';
import { composePages, composePractices, composeStatistics } from './pages.ts';
import type { Parts } from './parts.ts';
import { type ComposedSearch, composeSearch } from './search.ts';

/** The running parts of one installation. */
export interface Service {
  readonly app: FastifyInstance;
  readonly cases: CaseVerbs;
  readonly search: SearchVerbs;
  /** What became of the case files at start. */
  readonly loaded: LoadReport;
  /** Resolves when searches see everything that was committed before the call. */
  catchUp(): Promise<void>;
  /** Finishes what is under way and stops; the storage stays open. */
  stop(): Promise<void>;
}

/** Wires every adapter to its port: loads the content, fills the engine, builds the application. */
export async function compose(parts: Parts): Promise<Service> {
  const { config, logger, content = CONTENT_FOLDER } = parts;
  await checkKeys(config, logger);
  const reference = await loadReference(path.join(content, 'taxonomy'));
  const cases = composeCases(parts, reference);
  const loaded = await cases.load(content);
  const practices = await composePractices(content, cases.verbs, parts);
  const search = composeSearch(cases, reference, parts, { practices: practices.told });
  const measured = measuredSearch(search.verbs);
  const stopPruning = pruneOutbox(cases.changes, logger);
  await Promise.all([search.indexing.filled, search.nodes?.nodes.looked]);
  const site = { publicUrl: config.publicUrl, contactEmail: config.contactEmail, assets: await loadAssets() };
  const app = await buildApp({
    config,
    logger,
    verbs: { cases: cases.verbs, search: measured.verbs, reference: createReferenceVerbs(reference) },
    health: composeHealth(parts.storage, search, loaded),
    measures: measuresOf(search, measured.addTo),
    pages: await composePages({
      site,
      reference,
      content,
      cases: cases.verbs,
      search: measured.verbs,
      practices,
      statistics: await composeStatistics(content, reference, logger),
    }),
    renderErrorPage: errorPagesOf(site),
  });
  return {
    app,
    cases: cases.verbs,
    search: measured.verbs,
    loaded,
    catchUp: () => search.indexing.catchUp(),
    stop: async () => {
      await app.close();
      stopPruning();
      await search.indexing.stop();
      await search.nodes?.stop();
      await search.embedding?.stop();
    },
  };
}

/** What the parts of search measure. */
function measuresOf({ embedding, nodes }: ComposedSearch, answers: Measures): Measures[] {
  const { feedings = [] } = nodes ?? {};
  return [
    answers,
    ...(embedding === null ? [] : [embeddingMetrics(embedding.health)]),
    ...(nodes === null
      ? []
      : [nodeMetrics(nodes.nodes.health, () => feedings.map(({ health }) => health()))]),
  ];
}

/** Longer than this, a database counts as away. */
const DATABASE_ANSWER_MS = 1_500;

function composeHealth(
  { pool }: Storage,
  { indexing, engine, nodes }: Pick<ComposedSearch, 'indexing' | 'engine' | 'nodes'>,
  loaded: LoadReport,
): Health {
  return async () => {
    const reachable = await Promise.race([
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, DATABASE_ANSWER_MS, false).unref()),
    ]);
    const { ready } = await indexing.health();
    const degraded = engine.degraded();
    const answering = degraded ? 'degraded' : 'ready';
    const status: Readiness['status'] = reachable && ready ? answering : 'unavailable';
    return {
      status,
      checks: {
        database: reachable ? 'ok' : 'failed',
        // Applied before anything else starts.
        migrations: 'ok',
        content: loaded.problems.length === 0 ? 'ok' : 'failed',
        engine: { name: degraded ? 'embedded' : engine.name, degraded, nodes: nodes?.nodes.health() ?? [] },
      },
    };
  };
}
