import { formatSpan } from '../../../platform/messages/dates.ts';
import type { CaseView } from '../case-view.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { TimelineLegend } from './timeline-legend.tsx';
import { caseGaps } from './timeline-model.ts';
import { TimelineSvg } from './timeline-svg.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { timelineWords } from './timeline-words.ts';

/** The timeline to scale, for wide and for narrow screens, its legend, and the same as a table. */
export function TimelineSection({ view }: { view: CaseView }) {
  const { record, language, reference, t } = view;
  const words = timelineWords(language);
  const gaps = caseGaps(record, reference.seasons, record.region);
  const draw = (direction: 'across' | 'upright') =>
    layoutTimeline(record, reference.seasons, record.region, { direction, words });
  const [across, upright] = [draw('across'), draw('upright')];
  const about = {
    title: t('case.timeline.title', { title: view.texts.title }),
    description: [describe(view), ...gaps.map((gap) => words.gap(gap))].join(' '),
  };
  return (
    <section class="section case-timeline" id="timeline" aria-labelledby="timeline-heading">
      <h2 id="timeline-heading">{t('case.timeline')}</h2>
      {across === null || upright === null ? (
        <p class="quiet">{t('case.timeline.undated')}</p>
      ) : (
        <figure>
          <TimelineSvg scene={across} id="across" {...about} />
          <TimelineSvg scene={upright} id="upright" {...about} />
          <figcaption>
            <TimelineLegend scene={across} view={view} />
          </figcaption>
        </figure>
      )}
      {record.timeline.length === 0 && gaps.length === 0 ? null : (
        <TimelineTable {...{ view, words, gaps }} />
      )}
    </section>
  );
}

function describe({ record, language, t }: CaseView): string {
  const dates = [
    ...record.timeline.flatMap((step) => [step.planned, step.actual]),
    ...record.contracts.flatMap(({ period }) => [period.from, period.to]),
  ].filter((date) => date !== null);
  const [from = '', to = ''] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  return t('case.timeline.describe', {
    from: formatSpan(language, { from, to: from }),
    to: formatSpan(language, { from: to, to }),
    steps: record.timeline.length,
    contracts: record.contracts.filter(({ period }) => period.from !== null || period.to !== null).length,
  });
}
