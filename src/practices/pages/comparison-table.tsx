import {
  type CaseRecord,
  COST_KINDS,
  casePageMessages,
  caseTexts,
  demandToResult,
  glance,
  MoneyText,
  OutcomeTag,
  vocabularyMessages,
} from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import { compareDates } from '../../kernel/partial-date.ts';
import { pageUrl } from '../../platform/html/place.ts';
import { type MessageKey, type Translate, translator } from '../../platform/messages/catalogue.ts';
import { formatSpan } from '../../platform/messages/dates.ts';
import { formatDays } from '../../platform/messages/numbers.ts';
import type { Reference } from '../../reference/index.ts';
import { practiceMessages } from '../messages/practice-messages.ts';

type T = Translate<MessageKey<typeof practiceMessages | typeof casePageMessages | typeof vocabularyMessages>>;

interface Row {
  readonly record: CaseRecord;
  readonly region: string;
  readonly language: Language;
  readonly t: T;
  /** The `lang` attribute of what stands in the record's own language. */
  readonly itemLang: Language | undefined;
}

/**
 * The cases side by side, each cell drawn from its record; on a narrow screen each case is a card. Contracts have a
 * column where at least one record has a contract.
 */
export function ComparisonTable(props: {
  language: Language;
  reference: Reference;
  records: readonly CaseRecord[];
}) {
  const { language, reference, records } = props;
  const t: T = translator(language, practiceMessages, casePageMessages, vocabularyMessages);
  if (records.length === 0) return <p>{t('practice.table.none')}</p>;
  const order = new Intl.Collator(language);
  const rows = records
    .map((record): Row => {
      const region = reference.region(record.region)?.name[language] ?? record.region;
      const itemLang = record.originalLanguage === language ? undefined : record.originalLanguage;
      return { record, region, language, t, itemLang };
    })
    .sort((a, b) => order.compare(a.region, b.region) || a.record.slug.localeCompare(b.record.slug));
  const hasContracts = records.some(({ contracts }) => contracts.length > 0);
  return (
    <table class={hasContracts ? 'compare compare--contracts' : 'compare'}>
      <caption>{t('practice.table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('practice.table.where')}</th>
          <th scope="col">{t('practice.table.what')}</th>
          {hasContracts ? <th scope="col">{t('practice.table.contract')}</th> : null}
          <th scope="col">{t('practice.table.money')}</th>
          <th scope="col">{t('practice.table.time')}</th>
          <th scope="col">{t('practice.table.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <Where {...row} />
            <What {...row} />
            {hasContracts ? (
              <td data-label={t('practice.table.contract')}>
                <Contracts {...row} />
              </td>
            ) : null}
            <td data-label={t('practice.table.money')}>
              <Sums {...row} />
            </td>
            <td data-label={t('practice.table.time')}>
              <Time {...row} />
            </td>
            <td data-label={t('practice.table.outcome')}>
              <OutcomeTag outcome={row.record.outcome} language={language} />
              <span class="compare__more">{t(`confidence.${row.record.confidence}`)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Where({ record, region, itemLang }: Row) {
  return (
    <th scope="row">
      {region}
      {record.place === null ? null : (
        <span class="compare__more" lang={itemLang}>
          {record.place.name}
        </span>
      )}
    </th>
  );
}

function What({ record, language, t }: Row) {
  const { title, summary, headLanguage } = caseTexts(record, language);
  return (
    <td
      class="compare__what"
      data-label={t('practice.table.what')}
      lang={headLanguage === language ? undefined : headLanguage}
    >
      <a href={pageUrl(language, `/cases/${record.slug}`)}>{title}</a>
      <span class="compare__more">{summary}</span>
    </td>
  );
}

/** How many contracts and sums of a case a cell shows. */
const MOST = 2;

function Contracts({ record, language, t, itemLang }: Row) {
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
function Sums({ record, language, t, itemLang }: Row) {
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

function Time({ record, language, t }: Row) {
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
