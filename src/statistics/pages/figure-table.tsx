import { pageUrl } from '../../platform/html/place.ts';
import { formatDate } from '../../platform/messages/dates.ts';
import type { Conflict, Figure } from '../domain/figure.ts';
import {
  channelText,
  type FiguresProps,
  periodText,
  regionText,
  statisticsTranslator,
  topicText,
  valueText,
} from './figure-texts.ts';

/**
 * Figures as a table, on a narrow screen as cards; the conflicts of the sources are numbered and told below it.
 * `name` makes the anchors of the conflicts unique on the page.
 */
export function FigureTable(props: FiguresProps & { name: string }) {
  const { language, figures, name } = props;
  const t = statisticsTranslator(language);
  const conflicts = differentConflicts(figures);
  return (
    <>
      <table class="figures">
        <caption class="ds-sr-only">{t('figures.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figures.metric')}</th>
            <th scope="col">{t('figures.value')}</th>
            <th scope="col">{t('figures.period')}</th>
            <th scope="col">{t('figures.region')}</th>
            <th scope="col">{t('figures.source')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <FigureRow {...props} {...{ figure, conflicts }} />
          ))}
        </tbody>
      </table>
      {conflicts.length === 0 ? null : (
        <div class="figure-conflicts">
          <p>
            <strong>{t('figures.conflicts')}</strong>
          </p>
          <ol>
            {conflicts.map(({ text }, i) => (
              <li id={`conflict-${name}-${i + 1}`}>{text[language]}</li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
}

function FigureRow(props: FiguresProps & { name: string; figure: Figure; conflicts: readonly Conflict[] }) {
  const { language, figure, conflicts, name } = props;
  const t = statisticsTranslator(language);
  const topic = topicText(props, figure);
  const { source } = figure;
  return (
    <tr>
      <th scope="row">
        {figure.metric[language]}
        {topic === null ? null : <span class="figures__more">{t('figures.topic', { topic })}</span>}
      </th>
      <td data-label={t('figures.value')}>
        <strong class="figures__value">{valueText(t, language, figure)}</strong>
        {figure.note === null ? null : <span class="figures__more">{figure.note[language]}</span>}
        {figure.conflicts.map(({ text }) => {
          const number = conflicts.findIndex((one) => one.text.ru === text.ru) + 1;
          return (
            <a class="figures__conflict" href={`#conflict-${name}-${number}`}>
              {t('figures.conflict', { number })}
            </a>
          );
        })}
      </td>
      <td data-label={t('figures.period')}>{periodText(language, figure)}</td>
      <td data-label={t('figures.region')}>
        <a href={pageUrl(language, `/regions/${figure.region}`)}>{regionText(props, figure)}</a>
        <span class="figures__more">{channelText(props, figure)}</span>
      </td>
      <td data-label={t('figures.source')}>
        <a href={source.url} rel="noopener nofollow">
          {source.publisher}
        </a>
        <span class="figures__more">
          {source.published === null ? t('figures.undated') : formatDate(language, source.published)}
        </span>
      </td>
    </tr>
  );
}

/** What several figures conflict over is told once. */
function differentConflicts(figures: readonly Figure[]): Conflict[] {
  const all = figures.flatMap(({ conflicts }) => conflicts);
  return all.filter(({ text }, i) => all.findIndex((one) => one.text.ru === text.ru) === i);
}
