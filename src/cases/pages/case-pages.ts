import type { FastifyPluginCallback } from 'fastify';
import { inEachLanguage, pageContext, sendPage } from '../../platform/html/page-request.ts';
import { pageUrl } from '../../platform/html/place.ts';
import type { CasePagePorts } from './case-page-ports.ts';
import { showCase } from './show-case.ts';

/** The page of a case under its id or slug; an older slug leads to the current one. */
export const casePages: FastifyPluginCallback<Omit<CasePagePorts, 'log'>> = (app, ports, done) => {
  const show = showCase({ ...ports, log: app.log });
  inEachLanguage(app, (pages, language) => {
    pages.get<{ Params: { id: string } }>('/cases/:id', async (request, reply) => {
      const shown = await show(pageContext(request, language), request.params.id);
      if (shown.kind === 'moved') return reply.redirect(pageUrl(language, `/cases/${shown.slug}`), 308);
      return sendPage(reply, language, shown.html);
    });
  });
  done();
};
