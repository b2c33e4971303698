import type { FastifyPluginCallback } from 'fastify';
import { inEachLanguage, pageContext, sendPage } from '../../platform/html/page-request.ts';
import { renderPracticePage } from './practice-page.tsx';
import type { PracticePagePorts } from './practice-page-ports.ts';
import { renderPracticesPage } from './practices-page.tsx';

/** The list of practices, and the page of each. */
export const practicePages: FastifyPluginCallback<PracticePagePorts> = (app, ports, done) => {
  const { site, reference, practices } = ports;
  inEachLanguage(app, (pages, language) => {
    pages.get('/practices', async (request, reply) => {
      const items = await practices.listPractices({ ctx: pageContext(request, language) });
      return sendPage(reply, language, renderPracticesPage({ site, language, reference, items }));
    });

    pages.get<{ Params: { slug: string } }>('/practices/:slug', async (request, reply) => {
      const { slug } = request.params;
      const found = await practices.readPractice({ ctx: pageContext(request, language), input: { slug } });
      return sendPage(reply, language, renderPracticePage({ site, language, reference, found }));
    });
  });
  done();
};
