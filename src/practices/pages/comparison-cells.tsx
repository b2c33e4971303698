import {
  type CaseRecord,
  COST_KINDS,
  type casePageMessages,
  demandToResult,
  glance,
  MoneyText,
  type vocabularyMessages,
} from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import { compareDates } from '../../kernel/partial-date.ts';
import type { MessageKey, Translate } from '../../platform/messages/catalogue.ts';
import { formatSpan } from '../../platform/messages/dates.ts';
import { formatDays } from '../../platform/messages/numbers.ts';
import type { practiceMessages } from '../messages/practice-messages.ts';

/** The texts that a comparison speaks with. */
export type ComparisonTranslate = Translate<
  MessageKey<typeof practiceMessages | typeof casePageMessages | typeof vocabularyMessages>
>;

/** A case as a row of a comparison. */
export interface Row {
  readonly record: CaseRecord;
  readonly region: string;
  readonly language: Language;
  readonly t: ComparisonTranslate;
  /** The `lang` attribute of what stands in the record's own language. */
  readonly itemLang: Language | undefined;
}

/** How many contracts and sums of a case a cell shows. */
const MOST = 2;

/** The periods, lots and subjects of the contracts. */
export function Contracts({ record, language, t, itemLang }: Row) {
  const { contracts } = record;
  if (contracts.length === 0) return <span class="quiet">{t('practice.noContract')}</span>;
  return (
    <>
      {contracts.slice(0, MOST).map(({ subject, period, lots }) => (
        <p>
          {formatSpan(language, period) || t('practice.contractUndated')}
          {lots === null ? null : <>, {t('practice.lots', { count: lots })}</>}
          <span class="compare__more" lang={itemLang}>
            {subject}
          </span>
        </p>
      ))}
      {contracts.length <= MOST ? null : (
        <p class="compare__more">{t('practice.moreContracts', { count: contracts.length - MOST })}</p>
      )}
    </>
  );
}

/** The largest sums: what counts as a cost first, the surest kind before the others, then the rest. */
export function Sums({ record, language, t, itemLang }: Row) {
  const costs: readonly string[] = COST_KINDS;
  const rank = (kind: string) => (costs.includes(kind) ? costs.indexOf(kind) : costs.length);
  const sums = record.money
    .toSorted(
      (a, b) =>
        Number(a.per !== null) - Number(b.per !== null) || rank(a.kind) - rank(b.kind) || b.amount - a.amount,
    )
    .slice(0, MOST);
  if (sums.length === 0) return <span class="quiet">{t('practice.unknown')}</span>;
  return (
    <>
      {sums.map((sum) => (
        <p>
          <strong>
            <MoneyText sum={sum} language={language} t={t} />
          </strong>{' '}
          {t(`money.${sum.kind}`)}
          <span class="compare__more" lang={itemLang}>
            {sum.per === null ? sum.what : t('practice.per', { what: sum.what, per: sum.per })}
            {sum.year === null ? '' : `, ${sum.year}`}
          </span>
        </p>
      ))}
    </>
  );
}

/** How long it took where that follows from the dates, and the span of what happened. */
export function Time({ record, language, t }: Row) {
  const whole = demandToResult(record)?.days;
  const days = whole ?? glance(record).durationDays;
  const actual = record.timeline.flatMap((step) => step.actual ?? []).sort(compareDates);
  const dates = formatSpan(language, { from: actual[0] ?? null, to: actual.at(-1) ?? null });
  return (
    <>
      {days === null ? (
        <span class="quiet">{t('practice.unknown')}</span>
      ) : (
        <>
          {formatDays(language, days)}
          <span class="compare__more">
            {t(whole === undefined ? 'practice.time.steps' : 'practice.time.whole')}
          </span>
        </>
      )}
      {dates === '' ? null : <span class="compare__more">{t('practice.time.dates', { dates })}</span>}
    </>
  );
}
