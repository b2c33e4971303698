import type { FastifyBaseLogger, FastifyInstance, FastifyPluginAsync } from 'fastify';
import { caseExamples } from './cases/http/case-examples.ts';
import { caseRoutes } from './cases/http/case-routes.ts';
import type { CaseReadVerbs } from './cases/index.ts';
import type { Config } from './config.ts';
import { createServer } from './platform/http/create-server.ts';
import type { RenderErrorPage } from './platform/http/error-answers.ts';
import { type Health, serveHealth } from './platform/http/health.ts';
import { type Measures, serveMetrics } from './platform/http/metrics.ts';
import { describeRoutes, serveDocs } from './platform/http/openapi.ts';
import { acceptPages } from './platform/http/page-scope.ts';
import { limitRate } from './platform/http/rate-limit.ts';
import { setSecurityHeaders } from './platform/http/security-headers.ts';
import { answerUnmatched } from './platform/http/unmatched.ts';
import { referenceRoutes } from './reference/http/reference-routes.ts';
import type { ReferenceVerbs } from './reference/index.ts';
import { searchExamples } from './search/http/search-examples.ts';
import { searchRoutes } from './search/http/search-routes.ts';
import { similarRoute } from './search/http/similar-route.ts';
import type { SearchVerbs } from './search/index.ts';

const API = '/api/v1';

/** Where a later version takes changes; the API is read only until then. */
const ANNOUNCED = [
  '/cases/:id/submit',
  '/cases/:id/return',
  '/cases/:id/publish',
  '/cases/:id/archive',
  '/cases/:id/flag',
  '/cases/:id/revisions',
  '/cases/:id/adoptions',
  '/imports',
  '/imports/:id',
  '/demands',
  '/demands/:id',
  '/demands/:id/observations',
  '/demands/:id/responses',
  '/demands/:id/links',
  '/demands/:id/gaps',
].map((path) => API + path);

/** What the application is made of. */
export interface AppParts {
  readonly config: Pick<Config, 'publicUrl' | 'trustProxy' | 'rateLimit'>;
  readonly logger: FastifyBaseLogger;
  readonly verbs: {
    readonly cases: CaseReadVerbs;
    readonly search: SearchVerbs;
    readonly reference: ReferenceVerbs;
  };
  readonly health: Health;
  /** What the parts of the service measure, for `/metrics`. */
  readonly measures?: readonly Measures[];
  /** Plugins with the pages under `/kk`, `/ru` and `/en`, and their files. */
  readonly pages: readonly FastifyPluginAsync[];
  readonly renderErrorPage: RenderErrorPage;
  /** The version that the API description states. */
  readonly version?: string;
}

/** The calls of programs; each answers in the language that the caller asks for. */
const api: FastifyPluginAsync<AppParts['verbs']> = async (app, { cases, search, reference }) => {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('vary', 'accept-language');
    done();
  });
  await app.register(searchRoutes, { search });
  await app.register(similarRoute, { search, cases });
  await app.register(caseRoutes, { cases });
  await app.register(referenceRoutes, { reference });
};

/** The HTTP application, ready to listen or to be called by `inject`; nothing here opens a port. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { config, logger, verbs, health, pages, renderErrorPage, measures, version = '1' } = parts;
  const app = createServer({ logger, trustProxy: config.trustProxy, renderErrorPage });
  setSecurityHeaders(app, config.publicUrl);
  // What no route takes is counted too.
  await limitRate(app, config.rateLimit);
  answerUnmatched(app, ANNOUNCED);
  await describeRoutes(app, {
    publicUrl: config.publicUrl,
    version,
    examples: { ...searchExamples, ...caseExamples },
  });
  serveMetrics(app, measures);
  serveHealth(app, health);
  await serveDocs(app);
  await app.register(api, { prefix: API, ...verbs });
  await app.register(acceptPages, { pages });
  await app.ready();
  return app;
}
