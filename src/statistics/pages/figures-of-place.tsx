import { pageUrl } from '../../platform/html/place.ts';
import { findSeries } from '../domain/find-series.ts';
import { FigureChart } from './figure-chart.tsx';
import { FigureTable } from './figure-table.tsx';
import { type FiguresProps, statisticsTranslator } from './figure-texts.ts';

/** The figures of a region or a topic, below its cases. A region without any says so, a topic stays silent. */
export function FiguresOfPlace(props: FiguresProps & { of: 'region' | 'topic' }) {
  const { language, figures, of } = props;
  const t = statisticsTranslator(language);
  if (figures.length === 0 && of === 'topic') return null;
  return (
    <section class="section" aria-labelledby="figures">
      <h2 id="figures">{t('place.title')}</h2>
      {figures.length === 0 ? <p>{t('place.none')}</p> : <FigureTable {...props} name="place" />}
      {findSeries(figures).map((series) => (
        <FigureChart {...props} series={series} />
      ))}
      <p>
        <a href={pageUrl(language, '/statistics')}>{t('place.all')}</a>
      </p>
    </section>
  );
}
