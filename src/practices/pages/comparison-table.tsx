import {
  type CaseRecord,
  casePageMessages,
  caseTexts,
  OutcomeTag,
  vocabularyMessages,
} from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import { pageUrl } from '../../platform/html/place.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import type { Reference } from '../../reference/index.ts';
import { practiceMessages } from '../messages/practice-messages.ts';
import { type ComparisonTranslate, Contracts, type Row, Sums, Time } from './comparison-cells.tsx';

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
  const t: ComparisonTranslate = translator(language, practiceMessages, casePageMessages, vocabularyMessages);
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
