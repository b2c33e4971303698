import type { Language } from '../../kernel/language.ts';
import { renderDocument } from '../../platform/html/document.tsx';
import type { Site } from '../../platform/html/site.ts';
import type { Reference } from '../../reference/index.ts';
import type { ThemeFigures } from '../application/statistics-verbs.ts';
import { findSeries } from '../domain/find-series.ts';
import { FigureChart } from './figure-chart.tsx';
import { FigureTable } from './figure-table.tsx';
import { statisticsTranslator } from './figure-texts.ts';

/** All figures by theme: what could be drawn, then the table with its sources. */
export function renderStatisticsPage(props: {
  site: Site;
  language: Language;
  reference: Reference;
  themes: readonly ThemeFigures[];
}): string {
  const { site, language, reference, themes } = props;
  const t = statisticsTranslator(language);
  return renderDocument({
    site,
    language,
    place: '/statistics',
    title: t('statistics.title'),
    description: t('statistics.lead'),
    children: (
      <>
        <div class="page-head">
          <h1>{t('statistics.title')}</h1>
          <p class="lead">{t('statistics.lead')}</p>
          <p class="quiet measure">{t('statistics.caution')}</p>
        </div>
        {themes.length === 0 ? <p>{t('statistics.empty')}</p> : null}
        <nav class="contents no-print" aria-labelledby="contents">
          <h2 id="contents">{t('statistics.contents')}</h2>
          <ul>
            {themes.map(({ theme, figures }) => (
              <li>
                <a href={`#${theme}`}>{t(`theme.${theme}`)}</a>{' '}
                <span class="quiet small">{t('statistics.count', { count: figures.length })}</span>
              </li>
            ))}
          </ul>
        </nav>
        {themes.map(({ theme, figures }) => (
          <section class="section" id={theme} aria-labelledby={`${theme}-heading`}>
            <h2 id={`${theme}-heading`}>{t(`theme.${theme}`)}</h2>
            <div class="figure-charts">
              {findSeries(figures).map((series) => (
                <FigureChart {...{ language, reference, figures, series }} />
              ))}
            </div>
            <FigureTable {...{ language, reference, figures }} name={theme} />
          </section>
        ))}
      </>
    ),
  });
}
