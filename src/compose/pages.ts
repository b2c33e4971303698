import path from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import type { Logger } from 'pino';
import type { CaseVerbs } from '../cases/application/case-verbs.ts';
import { casePages } from '../cases/pages/case-pages.ts';
import { assetRoutes } from '../platform/html/assets-routes.ts';
import type { Site } from '../platform/html/site.ts';
import { plainText } from '../platform/markdown/plain-text.ts';
import { readPracticeFolder } from '../practices/adapters/practice-folder.ts';
import { type PracticeVerbs, practicePages, practiceVerbs } from '../practices/index.ts';
import type { Reference } from '../reference/index.ts';
import { type SearchVerbs, searchPages } from '../search/index.ts';
import { loadSiteTexts } from '../site/adapters/load-site-texts.ts';
import { sitePages } from '../site/index.ts';
import { readStatisticsFolder } from '../statistics/adapters/statistics-folder.ts';
import { type StatisticsVerbs, statisticsPages, statisticsVerbs } from '../statistics/index.ts';
import type { Parts } from './parts.ts';

/** The practices of the content, read once; a broken file is told about and left out. */
export async function composePractices(
  content: string,
  cases: CaseVerbs,
  { config, logger }: Pick<Parts, 'config' | 'logger'>,
): Promise<PracticeVerbs> {
  const { found, problems } = await readPracticeFolder(path.join(content, 'practices'));
  for (const problem of problems) logger.error(problem, 'a practice was not loaded');
  return practiceVerbs({
    practices: found.map(({ practice }) => practice),
    cases,
    publicUrl: config.publicUrl,
    plainText,
  });
}

/** The figures of the content, read once; a broken one is told about and left out. */
export async function composeStatistics(
  content: string,
  reference: Reference,
  logger: Logger,
): Promise<StatisticsVerbs> {
  const { found, problems } = await readStatisticsFolder(path.join(content, 'statistics'));
  for (const problem of problems) logger.error(problem, 'a figure was not loaded');
  return statisticsVerbs({ figures: found.map(({ figure }) => figure), reference });
}

export async function composePages(parts: {
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
