import type { ComponentChildren } from 'preact';
import { formatSpan } from '../../platform/messages/dates.ts';
import { formatDays } from '../../platform/messages/numbers.ts';
import { demandToResult } from '../domain/demand-to-result.ts';
import { glance } from '../domain/glance.ts';
import { COST_KINDS } from '../domain/vocabulary.ts';
import { measurementWords } from './case-indicators.tsx';
import type { CaseView } from './case-view.ts';
import { MoneyText } from './money-text.tsx';

/** What an official asks first: money, time, contract, lots, machines. What is not known is said to be so. */
export function CaseTook({ view }: { view: CaseView }) {
  const { record, t, itemLang } = view;
  const machines = record.indicators.filter(
    (one) => MACHINES.test(`${one.name} ${one.unit}`) && one.after !== null,
  );
  const lots = record.contracts.flatMap((one) => one.lots ?? []);
  return (
    <section class="took" aria-labelledby="took">
      <h2 id="took">{t('case.took')}</h2>
      <dl class="took__list">
        <Row name={t('case.took.money')}>
          <Cost view={view} />
        </Row>
        <Time view={view} />
        {record.contracts.length === 0 ? null : (
          <Row name={t('case.took.contract')} wide>
            {record.contracts.slice(0, MOST).map((one) => (
              <p>
                {formatSpan(view.language, one.period) || t('case.timeline.contractUndated')}
                <span class="took__what" lang={itemLang}>
                  {one.subject}
                </span>
              </p>
            ))}
            {record.contracts.length <= MOST ? null : (
              <p>{t('case.took.contract.count', { count: record.contracts.length })}</p>
            )}
          </Row>
        )}
        {lots.length === 0 ? null : <Row name={t('case.took.lots')}>{lots.join(', ')}</Row>}
        {machines.length === 0 ? null : (
          <Row name={t('case.took.machines')}>
            {machines.slice(0, MOST).map((one) => (
              <p>
                {one.after === null ? null : measurementWords(view, one.after, one.unit)}
                <span class="took__what" lang={itemLang}>
                  {one.name}
                </span>
              </p>
            ))}
          </Row>
        )}
      </dl>
    </section>
  );
}

const MOST = 2;
const MACHINES = /машин|техник|трактор|автобус|контейнер/i;

function Row({ name, wide, children }: { name: string; wide?: boolean; children: ComponentChildren }) {
  return (
    <div class={wide ? 'took__wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The largest sums of what counts as a cost, the surest kind first. */
function Cost({ view: { record, language, t, itemLang } }: { view: CaseView }) {
  const costs = COST_KINDS.flatMap((kind) =>
    record.money
      .filter((one) => one.kind === kind && one.per === null)
      .toSorted((a, b) => b.amount - a.amount),
  ).slice(0, MOST);
  if (costs.length === 0) return <span class="quiet">{t('case.took.money.unknown')}</span>;
  return (
    <>
      {costs.map((one) => (
        <p>
          <strong>
            <MoneyText sum={one} language={language} t={t} />
          </strong>{' '}
          {t(`money.${one.kind}`)}
          <span class="took__what" lang={itemLang}>
            {one.what}
            {one.year === null ? '' : `, ${one.year}`}
          </span>
        </p>
      ))}
    </>
  );
}

function Time({ view: { record, language, t } }: { view: CaseView }) {
  const whole = demandToResult(record);
  const steps = glance(record).durationDays;
  if (whole !== null)
    return (
      <Row name={t('case.took.time')}>
        {formatDays(language, whole.days)}
        <span class="took__what">{formatSpan(language, whole)}</span>
      </Row>
    );
  if (steps !== null) return <Row name={t('case.took.time.steps')}>{formatDays(language, steps)}</Row>;
  return (
    <Row name={t('case.took.time')}>
      <span class="quiet">{t('case.took.time.unknown')}</span>
    </Row>
  );
}
