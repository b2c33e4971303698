import path from 'node:path';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Logger } from 'pino';
import { buildApp } from './app.ts';
import { caseChanges } from './cases/adapters/case-changes.ts';
import { caseReader } from './cases/adapters/case-reader.ts';
import { caseTransactions } from './cases/adapters/case-store.ts';
import { caseFolder } from './cases/adapters/files/case-folder.ts';
import { loadedFiles } from './cases/adapters/loaded-files.ts';
import { OUTBOX_CHANNEL } from './cases/adapters/outbox.table.ts';
import { cardShelf } from './cases/application/card-shelf.ts';
import type { InTransaction } from './cases/application/case-store.ts';
import { type CaseVerbs, caseVerbs } from './cases/application/case-verbs.ts';
import { type LoadReport, loadContent } from './cases/application/load-content.ts';
import { publishedCases } from './cases/application/published-cases.ts';
import type { CaseChanges, PublishedCases } from './cases/index.ts';
import { casePages } from './cases/pages/case-pages.ts';
import type { Config } from './config.ts';
import { type Context, systemClock } from './kernel/context.ts';
import type { Language } from './kernel/language.ts';
import { loadAssets } from './platform/html/assets.ts';
import { assetRoutes } from './platform/html/assets-routes.ts';
import { errorPagesOf } from './platform/html/error-page.tsx';
import type { Site } from './platform/html/site.ts';
import type { Health, Readiness } from './platform/http/health.ts';
import { plainText } from './platform/markdown/plain-text.ts';
import type { Db } from './platform/postgres/database.ts';
import { listen } from './platform/postgres/listen.ts';
import { readPracticeFolder } from './practices/adapters/practice-folder.ts';
import { type PracticeVerbs, practicePages, practiceVerbs } from './practices/index.ts';
import { loadReference } from './reference/adapters/load-reference.ts';
import { createReferenceVerbs, type Reference } from './reference/index.ts';
import { vectorCache } from './search/adapters/vector-cache.ts';
import { analysisOf } from './search/application/analysis-of.ts';
import { createSearchVerbs } from './search/application/create-search.ts';
import type { Engine } from './search/application/engine.ts';
import { NO_VECTORS } from './search/application/meaning.ts';
import { createEmbeddedEngine } from './search/embedded/embedded-engine.ts';
import { embeddingMetrics } from './search/embedding/embedding-metrics.ts';
import { engineWithVectors } from './search/embedding/engine-with-vectors.ts';
import { maskedFor } from './search/embedding/mask-query.ts';
import { openaiEmbedder } from './search/embedding/openai-embedder.ts';
import { type Embedding, startEmbedding } from './search/embedding/start-embedding.ts';
import { type SearchVerbs, searchPages } from './search/index.ts';
import { type Indexing, startIndexing } from './search/indexing/follow-changes.ts';
import { toSearchDocument } from './search/indexing/search-document.ts';
import { RANKING, type RankingParameters } from './search/ranking/parameters.ts';
import { loadSiteTexts } from './site/adapters/load-site-texts.ts';
import { sitePages } from './site/index.ts';
import { readStatisticsFolder } from './statistics/adapters/statistics-folder.ts';
import { type StatisticsVerbs, statisticsPages, statisticsVerbs } from './statistics/index.ts';
import { CONTENT_FOLDER, type Storage } from './storage.ts';

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

interface Parts {
  readonly config: Config;
  readonly logger: Logger;
  readonly storage: Storage;
  /** The folder with taxonomy, cases and pages; the shipped one when left out. */
  readonly content?: string;
}

/** Wires every adapter to its port: loads the content, fills the engine, builds the application. */
export async function compose(parts: Parts): Promise<Service> {
  const { config, logger, content = CONTENT_FOLDER } = parts;
  const reference = await loadReference(path.join(content, 'taxonomy'));
  const cases = composeCases(parts, reference);
  const loaded = await cases.load(content);
  const practices = await composePractices(content, cases.verbs, logger);
  const search = composeSearch(cases, reference, parts, practices.told);
  await search.indexing.filled;
  const site = { publicUrl: config.publicUrl, contactEmail: config.contactEmail, assets: await loadAssets() };
  const app = await buildApp({
    config,
    logger,
    verbs: { cases: cases.verbs, search: search.verbs, reference: createReferenceVerbs(reference) },
    health: composeHealth(parts.storage, search.indexing, loaded),
    measures: search.embedding === null ? [] : [embeddingMetrics(search.embedding.health)],
    pages: await composePages({
      site,
      reference,
      content,
      cases: cases.verbs,
      search: search.verbs,
      practices,
      statistics: await composeStatistics(content, reference, logger),
    }),
    renderErrorPage: errorPagesOf(site),
  });
  return {
    app,
    cases: cases.verbs,
    search: search.verbs,
    loaded,
    catchUp: () => search.indexing.catchUp(),
    stop: async () => {
      await app.close();
      await search.indexing.stop();
      await search.embedding?.stop();
    },
  };
}

export interface ComposedCases {
  readonly verbs: CaseVerbs;
  readonly inTransaction: InTransaction;
  readonly published: PublishedCases;
  readonly changes: CaseChanges;
  load(content: string): Promise<LoadReport>;
}

/** The cases feature over a database. */
export function composeCases(
  { config, logger, storage }: Pick<Parts, 'config' | 'logger' | 'storage'>,
  reference: Reference,
): ComposedCases {
  const { db, connection } = storage;
  const inTransaction = caseTransactions(db);
  const caseAddress = (slug: string, language: Language) => `${config.publicUrl}/${language}/cases/${slug}`;
  const reading = { reader: caseReader(db), reference, caseAddress };
  const ports = { ...reading, inTransaction, cards: cardShelf(reading) };
  return {
    verbs: caseVerbs(ports),
    inTransaction,
    published: publishedCases(ports),
    changes: caseChanges(db, async (wake) => {
      const listener = listen(connection, OUTBOX_CHANNEL, { notify: wake, connect: wake, log: logger });
      return () => listener.stop();
    }),
    async load(content) {
      const folder = caseFolder(path.join(content, 'cases'));
      const report = await loadContent({ folder, loadedFiles: loadedFiles(db), inTransaction, reference })({
        ctx: loaderContext,
      });
      tellLoaded(report, logger);
      return report;
    },
  };
}

const loaderContext: Context = {
  actor: { kind: 'loader', id: 'content', institutionId: null, roles: [] },
  requestId: 'start',
  clock: systemClock,
  language: 'ru',
};

function tellLoaded({ problems, conflicts, ...counts }: LoadReport, logger: Logger): void {
  for (const problem of problems) logger.error(problem, 'a case file was not loaded');
  for (const file of conflicts) logger.warn({ file }, 'not loaded: its case was changed here since');
  logger.info(counts, 'the case files are loaded');
}

export interface ComposedSearch {
  readonly verbs: SearchVerbs;
  readonly indexing: Indexing;
  /** The vectors of the cases; null when no embedder is configured. */
  readonly embedding: Embedding | null;
  /** The same search by other parameters, for the bench and the fit. */
  rankedBy(parameters: RankingParameters): SearchVerbs;
}

/** Search over the cases and practices, with the engine inside the process; it fills itself from now on. */
export function composeSearch(
  { verbs, published, changes }: ComposedCases,
  reference: Reference,
  { config, logger, storage }: Pick<Parts, 'config' | 'logger' | 'storage'>,
  practices?: PracticeVerbs['told'],
): ComposedSearch {
  const analysis = analysisOf(reference, reference.glossary);
  const engine = createEmbeddedEngine(analysis.analyse);
  const embedding = composeEmbedding(config.embedder, engine, storage.db, logger);
  const documentOf = (record: Parameters<typeof toSearchDocument>[0]) => toSearchDocument(record, plainText);
  const rankedBy = (parameters: RankingParameters) =>
    createSearchVerbs({
      engine,
      published,
      reference,
      analysis,
      practices,
      documentOf,
      readCase: verbs.readCase,
      semantic: embedding?.index ?? NO_VECTORS,
      parameters,
    });
  return {
    verbs: rankedBy(RANKING),
    rankedBy,
    indexing: startIndexing({
      engine: embedding === null ? engine : engineWithVectors(engine, embedding),
      published,
      changes,
      documentOf,
      log: logger,
    }),
    embedding,
  };
}

/** The vectors of the cases that the engine holds; null when no embedder is configured. */
function composeEmbedding(
  config: Config['embedder'],
  { documents }: Engine,
  db: Db,
  log: Logger,
): Embedding | null {
  if (config === null) return null;
  return startEmbedding({
    embedder: openaiEmbedder(config),
    cache: vectorCache(db, config.model),
    documents,
    passagePrefix: config.passagePrefix,
    prepare: maskedFor(config.url),
    log,
  });
}

/** Longer than this, a database counts as away. */
const DATABASE_ANSWER_MS = 1_500;

function composeHealth({ pool }: Storage, indexing: Indexing, loaded: LoadReport): Health {
  return async () => {
    const reachable = await Promise.race([
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, DATABASE_ANSWER_MS, false).unref()),
    ]);
    const { ready } = await indexing.health();
    const status: Readiness['status'] = reachable && ready ? 'ready' : 'unavailable';
    return {
      status,
      checks: {
        database: reachable ? 'ok' : 'failed',
        // Applied before anything else starts.
        migrations: 'ok',
        content: loaded.problems.length === 0 ? 'ok' : 'failed',
        engine: { name: 'embedded', degraded: false, nodes: [] },
      },
    };
  };
}

/** The practices of the content, read once; a broken file is told about and left out. */
async function composePractices(content: string, cases: CaseVerbs, logger: Logger): Promise<PracticeVerbs> {
  const { found, problems } = await readPracticeFolder(path.join(content, 'practices'));
  for (const problem of problems) logger.error(problem, 'a practice was not loaded');
  return practiceVerbs({ practices: found.map(({ practice }) => practice), cases, plainText });
}

/** The figures of the content, read once; a broken one is told about and left out. */
async function composeStatistics(
  content: string,
  reference: Reference,
  logger: Logger,
): Promise<StatisticsVerbs> {
  const { found, problems } = await readStatisticsFolder(path.join(content, 'statistics'));
  for (const problem of problems) logger.error(problem, 'a figure was not loaded');
  return statisticsVerbs({ figures: found.map(({ figure }) => figure), reference });
}

async function composePages(parts: {
  site: Site;
  reference: Reference;
  content: string;
  cases: CaseVerbs;
  search: SearchVerbs;
  practices: PracticeVerbs;
  statistics: StatisticsVerbs;
}): Promise<FastifyPluginAsync[]> {
  const texts = await loadSiteTexts(path.join(parts.content, 'pages'));
  return [
    async (app) => {
      await app.register(assetRoutes, { assets: parts.site.assets });
      const { offers } = parts.practices;
      await app.register(searchPages, { ...parts, practices: offers });
      await app.register(casePages, {
        ...parts,
        similar: parts.search.similarCases,
        practicesOf: offers.ofCase,
      });
      await app.register(practicePages, parts);
      await app.register(statisticsPages, parts);
      await app.register(sitePages, { ...parts, practices: offers, texts });
    },
  ];
}
