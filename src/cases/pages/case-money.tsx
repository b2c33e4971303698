import type { ComponentChildren } from 'preact';
import { formatSpan } from '../../platform/messages/dates.ts';
import type { Contract } from '../domain/case-record.ts';
import type { CaseView } from './case-view.ts';
import { MoneyText, moneyWords } from './money-text.tsx';

/** Every sum of the record, in short and in full. */
export function CaseMoney({ view }: { view: CaseView }) {
  const { record, language, t, itemLang } = view;
  if (record.money.length === 0) return null;
  return (
    <section class="section" id="money" aria-labelledby="money-heading">
      <h2 id="money-heading">{t('case.money')}</h2>
      <table class="record-table">
        <thead>
          <tr>
            <th scope="col">{t('case.money.what')}</th>
            <th scope="col">{t('case.money.kind')}</th>
            <th scope="col" class="record-table__number">
              {t('case.money.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {record.money.map((one) => {
            const { short, full } = moneyWords(one, language, t);
            return (
              <tr>
                <th scope="row" lang={itemLang}>
                  {one.what}
                  {one.budgetLevel === null ? null : (
                    <span class="record-table__more">{one.budgetLevel}</span>
                  )}
                </th>
                <td>
                  {t(`money.${one.kind}`)}
                  {one.year === null ? null : <span class="record-table__more">{one.year}</span>}
                </td>
                <td class="record-table__number">
                  <strong>{short}</strong>
                  {one.per === null ? null : <span lang={itemLang}> {one.per}</span>}
                  {short === full ? null : <span class="record-table__more">{full}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Every contract of the record with all that is known of it. */
export function CaseContracts({ view }: { view: CaseView }) {
  const { record, t, itemLang } = view;
  if (record.contracts.length === 0) return null;
  return (
    <section class="section" id="contracts" aria-labelledby="contracts-heading">
      <h2 id="contracts-heading">{t('case.contracts')}</h2>
      <ol class="contracts">
        {record.contracts.map((one) => (
          <li>
            <p class="contracts__subject" lang={itemLang}>
              {one.subject}
            </p>
            <dl class="facts-list">
              <ContractFacts view={view} contract={one} />
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ContractFacts({ view, contract }: { view: CaseView; contract: Contract }) {
  const { language, t, itemLang } = view;
  const { period, lots, amount, method, supplier, regime, renews } = contract;
  const span = formatSpan(language, period);
  return (
    <>
      <Item name={t('case.contract.period')}>{span === '' ? t('case.timeline.contractUndated') : span}</Item>
      {lots === null ? null : <Item name={t('case.contract.lots')}>{lots}</Item>}
      {amount === null ? null : (
        <Item name={t('case.contract.amount')}>
          <MoneyText sum={{ amount, amountMax: null, qualifier: 'exact' }} language={language} t={t} />
        </Item>
      )}
      {(
        [
          ['case.contract.method', method],
          ['case.contract.supplier', supplier],
          ['case.contract.regime', regime],
          ['case.contract.renews', renews],
        ] as const
      ).map(([name, value]) =>
        value === null ? null : (
          <Item name={t(name)}>
            <span lang={itemLang}>{value}</span>
          </Item>
        ),
      )}
    </>
  );
}

function Item({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
