import type { CaseView } from '../case-view.ts';
import { caseGaps } from './timeline-model.ts';
import { timelineWords } from './timeline-words.ts';

/** When the season ran and nobody was under contract, in words before the drawing shows it; nothing where none is sure. */
export function GapAlert({ view: { record, reference, language } }: { view: CaseView }) {
  const gaps = caseGaps(record, reference.seasons, record.region);
  const words = timelineWords(language);
  if (gaps.length === 0) return null;
  return (
    <div class="gap-alert">
      {gaps.map((gap, index) => (
        <p>
          {index === 0 ? <strong>{words.noContract}: </strong> : null}
          {words.gapSpan(gap)}, <strong>{words.gapDays(gap)}</strong>
        </p>
      ))}
    </div>
  );
}
