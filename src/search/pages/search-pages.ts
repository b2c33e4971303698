import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import { inEachLanguage, pageContext, sendPage } from '../../platform/html/page-request.ts';
import { pageUrl, placeWithQuery } from '../../platform/html/place.ts';
import { rememberedRegion, rememberRegion } from './my-region.ts';
import type { SearchPagePorts } from './page-ports.ts';
import { GO, queryOf, readState } from './search-state.ts';
import { showResults } from './show-results.ts';
import { showStart } from './show-start.ts';

const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The start page and the results. A complaint comes by POST only and is never logged. */
export const searchPages: FastifyPluginCallback<SearchPagePorts> = (app, ports, done) => {
  const { site, reference } = ports;
  const secure = site.publicUrl.startsWith('https:');
  if (app.hasContentTypeParser(FORM_TYPE)) app.removeContentTypeParser(FORM_TYPE);
  app.addContentTypeParser(FORM_TYPE, { parseAs: 'string' }, (_request, body, parsed) =>
    parsed(null, new URLSearchParams(String(body))),
  );

  inEachLanguage(app, (pages, language) => {
    pages.get('/', async (request, reply) => {
      const html = await showStart(ports, pageContext(request, language), rememberedRegion(request));
      return sendPage(reply, language, html);
    });

    pages.get('/search', async (request, reply) => {
      const values = queryValues(request);
      const state = readState('link', values, reference, rememberedRegion(request));
      if (values.has(GO))
        return reply.redirect(pageUrl(language, placeWithQuery('/search', queryOf(state))), 303);
      const { status, html } = await showResults(ports, pageContext(request, language), state);
      return sendPage(reply.status(status), language, html);
    });

    pages.post('/search', async (request, reply) => {
      const values = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      const state = readState('complaint', values, reference, rememberedRegion(request));
      const { status, html } = await showResults(ports, pageContext(request, language), state);
      if (values.has('my')) rememberRegion(reply, state.myRegion, secure);
      return sendPage(reply.status(status), language, html);
    });
  });
  done();
};

function queryValues(request: FastifyRequest): URLSearchParams {
  const start = request.url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : request.url.slice(start + 1));
}
