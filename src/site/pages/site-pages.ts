import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/errors.ts';
import { PAGE_LIMIT } from '../../kernel/paging.ts';
import { inEachLanguage, pageContext, sendPage } from '../../platform/html/page-request.ts';
import { pageUrl } from '../../platform/html/place.ts';
import { preferredLanguage } from '../../platform/http/answer-language.ts';
import { renderContributePage } from './contribute-page.tsx';
import type { SitePagePorts } from './page-ports.ts';
import { renderRegionPage, renderRegionsPage } from './region-pages.tsx';
import { renderTextPage } from './text-page.tsx';
import { renderTopicPage, renderTopicsPage } from './topic-pages.tsx';

type Context = ReturnType<typeof pageContext>;
interface CodeParams {
  readonly code: string;
}
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The way in, the pages to browse by region and by topic, and the pages about the site. */
export const sitePages: FastifyPluginCallback<SitePagePorts> = (app, ports, done) => {
  const { site, reference, texts, practices, statistics } = ports;

  app.get('/', (request, reply) =>
    reply
      .header('vary', 'accept-language')
      .redirect(pageUrl(preferredLanguage(request.headers['accept-language']), '/'), 302),
  );

  inEachLanguage(app, (pages, language) => {
    pages.get('/regions', async (request, reply) => {
      const counts = await countBy(ports, pageContext(request, language), 'region');
      return sendPage(reply, language, renderRegionsPage({ site, language, reference, counts }));
    });

    pages.get<{ Params: CodeParams }>('/regions/:code', async (request, reply) => {
      const found = reference.resolveRegion(request.params.code)?.region;
      if (found === undefined) throw new AppError('not-found');
      if (found.code !== request.params.code)
        return reply.redirect(pageUrl(language, `/regions/${found.code}`), 308);
      const ctx = pageContext(request, language);
      const list = await listOf(ports, ctx, { region: [found.code] }, cursorOf(request));
      const figures = statistics.ofRegion(found.code);
      const page = { site, language, reference, region: found, list, figures };
      return sendPage(reply, language, renderRegionPage(page));
    });

    pages.get('/topics', async (request, reply) => {
      const counts = await countBy(ports, pageContext(request, language), 'category');
      return sendPage(reply, language, renderTopicsPage({ site, language, reference, counts }));
    });

    pages.get<{ Params: CodeParams }>('/topics/:code', async (request, reply) => {
      const topic = reference.category(request.params.code);
      if (topic === undefined) throw new AppError('not-found');
      const ctx = pageContext(request, language);
      const [list, counts] = await Promise.all([
        listOf(ports, ctx, { category: [topic.code] }, cursorOf(request)),
        countBy(ports, ctx, 'category'),
      ]);
      const found = practices.ofTopic(topic.code, language);
      const figures = statistics.ofTopic(topic.code);
      const page = { site, language, reference, counts, topic, list, practices: found, figures };
      return sendPage(reply, language, renderTopicPage(page));
    });

    pages.get('/about', (_request, reply) =>
      sendPage(
        reply,
        language,
        renderTextPage({ site, language, text: texts.about[language], place: '/about', section: 'about' }),
      ),
    );

    pages.get('/contribute', (request, reply) => {
      const given = parameterOf(request, 'case');
      const about = given !== null && given.length <= 120 && SLUG.test(given) ? given : null;
      const text = texts.contribute[language];
      return sendPage(reply, language, renderContributePage({ site, language, text, about }));
    });
  });
  done();
};

async function countBy(
  { cases }: SitePagePorts,
  ctx: Context,
  facet: 'region' | 'category',
): Promise<ReadonlyMap<string, number>> {
  const { by } = await cases.countCases({ ctx, input: { by: [facet] } });
  return new Map((by[facet] ?? []).map(({ value, count }) => [value, count]));
}

async function listOf(
  { cases }: SitePagePorts,
  ctx: Context,
  filters: { region: string[] } | { category: string[] },
  cursor: string | null,
) {
  const page = await cases.listCases({ ctx, input: { filters, cursor, limit: PAGE_LIMIT.default } });
  return { items: page.items, total: page.total, next: page.next, isFirst: cursor === null };
}

function cursorOf(request: FastifyRequest): string | null {
  return parameterOf(request, 'cursor');
}

/** The first value of a parameter; an empty one counts as missing. */
function parameterOf(request: FastifyRequest, name: string): string | null {
  const start = request.url.indexOf('?');
  const value = start === -1 ? null : new URLSearchParams(request.url.slice(start + 1)).get(name);
  return value === '' ? null : value;
}
