import { formatDate } from '../../platform/messages/dates.ts';
import type { Figure } from '../domain/figure.ts';
import type { Series } from '../domain/find-series.ts';
import {
  channelText,
  type FiguresProps,
  periodText,
  regionText,
  statisticsTranslator,
  topicText,
  valueText,
} from './figure-texts.ts';

/** One series as bars from zero, each with its value in words, so that the bar need not be read; and its source. */
export function FigureChart(props: FiguresProps & { series: Series }) {
  const { language, series } = props;
  const t = statisticsTranslator(language);
  const [first] = series.figures;
  if (first === undefined) return null;
  const most = Math.max(...series.figures.map(({ value }) => value));
  const name = (figure: Figure) =>
    series.along === 'time' ? periodText(language, figure) : (topicText(props, figure) ?? '');
  const heading = {
    metric: first.metric[language],
    region: regionText(props, first),
    period: periodText(language, first),
  };
  return (
    <figure class="figure-chart">
      <figcaption>
        <strong>{t(`chart.${series.along}`, heading)}</strong>
        <span class="figures__more">{t('chart.channel', { channel: channelText(props, first) })}</span>
      </figcaption>
      <ul class="bars">
        {series.figures.map((figure) => (
          <li>
            <span class="figure-chart__row">
              <span class="bars__name">{name(figure)}</span>
              <span class="bars__count">{valueText(t, language, figure)}</span>
            </span>
            <svg
              class="bars__bar"
              viewBox="0 0 100 1"
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect width={Math.round((1000 * Math.max(0, figure.value)) / most) / 10} height="1" />
            </svg>
          </li>
        ))}
      </ul>
      <p class="figures__more">
        {t('chart.source')}{' '}
        <a href={first.source.url} rel="noopener nofollow">
          {first.source.publisher}
        </a>
        {first.source.published === null ? '' : `, ${formatDate(language, first.source.published)}`}
      </p>
      {first.conflicts.map(({ text }) => (
        <p class="figures__more">{text[language]}</p>
      ))}
    </figure>
  );
}
