import { formatDate } from '../../platform/messages/dates.ts';
import { formatNumber } from '../../platform/messages/numbers.ts';
import type { Indicator, Measurement } from '../domain/case-record.ts';
import type { CaseView } from './case-view.ts';

/** What was measured, before and after; with bars where both are numbers. */
export function CaseIndicators({ view }: { view: CaseView }) {
  const { record, t } = view;
  if (record.indicators.length === 0) return null;
  const compared = record.indicators.some((one) => one.before !== null);
  return (
    <section class="section" id="indicators" aria-labelledby="indicators-heading">
      <h2 id="indicators-heading">{t(compared ? 'case.indicators' : 'case.indicators.after')}</h2>
      <table class="record-table">
        <thead>
          <tr>
            <th scope="col">{t('case.indicator.name')}</th>
            {compared ? <th scope="col">{t('case.indicator.before')}</th> : null}
            <th scope="col">{t('case.indicator.after')}</th>
          </tr>
        </thead>
        <tbody>
          {record.indicators.map((one) => (
            <tr>
              <th scope="row" lang={view.itemLang}>
                {one.name}
                <Bars indicator={one} />
              </th>
              {compared ? (
                <Measured view={view} indicator={one} of={one.before} name={t('case.indicator.before')} />
              ) : null}
              <Measured view={view} indicator={one} of={one.after} name={t('case.indicator.after')} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Measured(props: {
  view: CaseView;
  indicator: Indicator;
  of: Measurement | null;
  /** The column's name, repeated where the table stands on a narrow screen. */
  name: string;
}) {
  const { view, indicator, of, name } = props;
  const { language, t, itemLang } = view;
  if (of === null)
    return (
      <td data-label={name}>
        <span class="quiet">{t('case.indicator.unknown')}</span>
      </td>
    );
  return (
    <td data-label={name}>
      {of.value === null ? (
        <span lang={itemLang}>{of.text}</span>
      ) : (
        <strong>
          {measurementWords(view, of, indicator.name.includes(indicator.unit) ? '' : indicator.unit)}
        </strong>
      )}
      {of.value === null || of.text === null ? null : (
        <span class="record-table__more" lang={itemLang}>
          {of.text}
        </span>
      )}
      {of.asOf === null ? null : (
        <span class="record-table__more">
          {t('case.indicator.asOf', { date: formatDate(language, of.asOf) })}
        </span>
      )}
    </td>
  );
}

/** A measured number with its whole, its unit and how exact it is. */
export function measurementWords({ language, t }: CaseView, one: Measurement, unit: string): string {
  if (one.value === null) return one.text ?? '';
  const value = formatNumber(language, one.value);
  const part =
    one.of === null ? value : t('case.indicator.of', { value, of: formatNumber(language, one.of) });
  const qualified = one.qualifier === 'exact' ? part : t(`qualifier.${one.qualifier}`, { value: part });
  return unit === '' ? qualified : unit === '%' ? `${qualified}\u00a0%` : `${qualified} ${unit}`;
}

const WIDE = 240;

/** Two bars to one scale from zero; the numbers beside them say the same. */
function Bars({ indicator: { before, after } }: { indicator: Indicator }) {
  const values = [before?.value, after?.value];
  const [was, is] = values;
  if (was === undefined || was === null || is === undefined || is === null || was < 0 || is < 0) return null;
  const most = Math.max(was, is);
  if (most === 0) return null;
  const width = (value: number) => Math.round((value / most) * WIDE * 10) / 10;
  return (
    <svg
      class="bars"
      viewBox={`0 0 ${WIDE} 20`}
      width={WIDE}
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="bars__before" y="1" height="8" width={width(was)} rx="2" />
      <rect class="bars__after" y="11" height="8" width={width(is)} rx="2" />
    </svg>
  );
}
