import { compareDates } from '../../../kernel/partial-date.ts';
import { formatDate } from '../../../platform/messages/dates.ts';
import type { Step } from '../../domain/case-record.ts';
import type { SeasonGap } from '../../domain/season-gaps.ts';
import type { CaseView } from '../case-view.ts';
import type { TimelineWords } from './timeline-words.ts';

interface TableProps {
  readonly view: CaseView;
  readonly words: TimelineWords;
  readonly gaps: readonly SeasonGap[];
}

/** The steps in the order of their dates, with what the drawing has no room for; gaps stand where they fall. */
export function TimelineTable({ view, words, gaps }: TableProps) {
  const { record, t } = view;
  const slips = record.timeline.some((one) => one.planned !== null && one.actual !== null);
  const rows = [
    ...record.timeline.map((step) => ({
      at: step.actual ?? step.planned ?? '',
      row: <StepRow {...{ view, words, step, slips }} />,
    })),
    ...gaps.map((gap) => ({ at: gap.from, row: <GapRow {...{ words, gap, slips }} /> })),
  ].sort((a, b) => compareDates(a.at, b.at));
  return (
    <table class="record-table steps">
      <caption class="ds-sr-only">{t('case.timeline.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('case.dates')}</th>
          <th scope="col">{t('case.timeline.step')}</th>
          {slips ? <th scope="col">{t('case.timeline.slip')}</th> : null}
        </tr>
      </thead>
      <tbody>{rows.map((one) => one.row)}</tbody>
    </table>
  );
}

function StepRow({ view, words, step, slips }: Omit<TableProps, 'gaps'> & { step: Step; slips: boolean }) {
  const { language, t, itemLang } = view;
  return (
    <tr>
      <td class="steps__date">
        {step.actual === null ? null : formatDate(language, step.actual)}
        {step.planned === null ? null : (
          <span class={step.actual === null ? undefined : 'record-table__more'}>
            {t('case.timeline.planOnly', { date: formatDate(language, step.planned) })}
          </span>
        )}
      </td>
      <td>
        <strong>{words.step(step.kind)}</strong>
        <span class="steps__note" lang={itemLang}>
          {step.note}
        </span>
      </td>
      {slips ? <td>{words.slip(step)}</td> : null}
    </tr>
  );
}

function GapRow({ words, gap, slips }: { words: TimelineWords; gap: SeasonGap; slips: boolean }) {
  return (
    <tr class="steps__gap">
      <td class="steps__date">{words.gapSpan(gap)}</td>
      <td colSpan={slips ? 2 : 1}>
        <strong>{words.noContract}</strong>
        <span class="steps__note">{words.gapDays(gap)}</span>
      </td>
    </tr>
  );
}
