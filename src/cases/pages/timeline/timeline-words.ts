import type { Language } from '../../../kernel/language.ts';
import { dayNumber, earliestDay, latestDay, type PartialDate } from '../../../kernel/partial-date.ts';
import { translator } from '../../../platform/messages/catalogue.ts';
import { formatDate, formatSpan, shortMonthName } from '../../../platform/messages/dates.ts';
import type { Season } from '../../../reference/index.ts';
import type { Contract, Step } from '../../domain/case-record.ts';
import type { SeasonGap } from '../../domain/season-gaps.ts';
import type { StepKind } from '../../domain/vocabulary.ts';
import { casePageMessages } from '../../messages/case-page-messages.ts';
import { vocabularyMessages } from '../../messages/vocabulary/vocabulary-messages.ts';

/** What a timeline says, in one language. */
export interface TimelineWords {
  readonly budgetOpens: string;
  readonly contracts: string;
  readonly steps: string;
  readonly noContract: string;
  month(month: number): string;
  date(date: PartialDate): string;
  planned(date: PartialDate): string;
  step(kind: StepKind): string;
  season(season: Season): string;
  contract(contract: Contract): string;
  gapSpan(gap: SeasonGap): string;
  gapDays(gap: SeasonGap): string;
  gap(gap: SeasonGap): string;
  slip(step: Pick<Step, 'planned' | 'actual'>): string | null;
}

/** Every word of the timeline in one language. */
export function timelineWords(language: Language): TimelineWords {
  const t = translator(language, casePageMessages, vocabularyMessages);
  const date = (one: PartialDate) => formatDate(language, one);
  const gapSpan = (gap: SeasonGap) => t('gap.span', gapEnds(language, gap));
  const gapDays = (gap: SeasonGap) => t(gap.atLeast ? 'gap.daysAtLeast' : 'gap.days', { days: gap.days });
  return {
    budgetOpens: t('case.timeline.newYear'),
    contracts: t('case.timeline.contracts'),
    steps: t('case.timeline.steps'),
    noContract: t('gap.head'),
    month: (month) => shortMonthName(language, month),
    date,
    planned: (one) => t('case.timeline.planOnly', { date: date(one) }),
    step: (kind) => t(`step.${kind}`),
    season: (season) => season.name[language],
    contract: ({ subject, period }) => {
      if (isByYears(period)) return `${formatSpan(language, period)}: ${subject}`;
      return period.to === null ? `${subject} (${t('case.timeline.contractOpenEnd')})` : subject;
    },
    gapSpan,
    gapDays,
    gap: (gap) => t('gap.label', { span: gapSpan(gap), days: gapDays(gap) }),
    slip: ({ planned, actual }) => {
      if (planned === null || actual === null) return null;
      const slip = slipDays(planned, actual);
      if (slip.least === 0 && slip.most === 0) return t('slip.onTime');
      if (slip.most >= 0 && slip.least <= 0) return t('slip.unsure');
      const [from, to] = [Math.abs(slip.least), Math.abs(slip.most)].toSorted((a, b) => a - b);
      const range = from === to ? String(to) : `${from}–${to}`;
      const days = t('slip.days', { range, most: to ?? 0 });
      return t(slip.least > 0 ? 'slip.later' : 'slip.earlier', { days });
    },
  };
}

/** The least and the most days from a planned to an actual date, negative when it was earlier. */
export function slipDays(planned: PartialDate, actual: PartialDate): { least: number; most: number } {
  return {
    least: dayNumber(earliestDay(actual)) - dayNumber(latestDay(planned)),
    most: dayNumber(latestDay(actual)) - dayNumber(earliestDay(planned)),
  };
}

/** Years are short enough to stand before the subject. */
function isByYears(period: Contract['period']): boolean {
  return period.from?.length === 4 && period.to?.length === 4;
}

/** Both days of a gap; the year stands once where both are of the same one, as people write it. */
function gapEnds(language: Language, gap: SeasonGap): { from: string; to: string } {
  const [from, to] = [formatDate(language, gap.from), formatDate(language, gap.to)];
  if (gap.from.slice(0, 4) !== gap.to.slice(0, 4)) return { from, to };
  const year = gap.from.slice(0, 4);
  if (language === 'kk') return { from, to: to.replace(/^\d{4}\s\S+\s/u, '') };
  return { from: from.replace(new RegExp(`\\s${year}(\\sг\\.)?$`, 'u'), ''), to };
}
