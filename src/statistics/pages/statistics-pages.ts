import type { FastifyPluginCallback } from 'fastify';
import { inEachLanguage, sendPage } from '../../platform/html/page-request.ts';
import type { Site } from '../../platform/html/site.ts';
import type { Reference } from '../../reference/index.ts';
import type { StatisticsVerbs } from '../application/statistics-verbs.ts';
import { renderStatisticsPage } from './statistics-page.tsx';

/** What the page of figures is given. */
interface StatisticsPagePorts {
  readonly site: Site;
  readonly reference: Reference;
  readonly statistics: Pick<StatisticsVerbs, 'listThemes'>;
}

/** The page of all figures. */
export const statisticsPages: FastifyPluginCallback<StatisticsPagePorts> = (app, ports, done) => {
  const { site, reference, statistics } = ports;
  inEachLanguage(app, (pages, language) => {
    pages.get('/statistics', (_request, reply) => {
      const themes = statistics.listThemes();
      return sendPage(reply, language, renderStatisticsPage({ site, language, reference, themes }));
    });
  });
  done();
};
