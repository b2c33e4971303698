import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/messages/catalogue.ts';
import { formatMoney } from '../../platform/messages/numbers.ts';
import type { Money } from '../domain/case-record.ts';

type Qualified = 'moneyQualifier.about' | 'moneyQualifier.moreThan' | 'moneyQualifier.upTo';

/** A sum as a reader takes it in at a glance; the exact figure on hover and in print. */
export function MoneyText(props: {
  sum: Pick<Money, 'amount' | 'amountMax' | 'qualifier'>;
  language: Language;
  t: Translate<Qualified>;
}) {
  const { sum, language, t } = props;
  const { short, full } = moneyWords(sum, language, t);
  return short === full ? (
    <span class="money">{short}</span>
  ) : (
    <span class="money" title={full}>
      {short}
    </span>
  );
}

/** A sum in short and in full, with `about` and the like, and both ends of a range. */
export function moneyWords(
  { amount, amountMax, qualifier }: Pick<Money, 'amount' | 'amountMax' | 'qualifier'>,
  language: Language,
  t: Translate<Qualified>,
): { short: string; full: string } {
  const least = formatMoney(language, amount);
  if (amountMax !== null) {
    const most = formatMoney(language, amountMax);
    return { short: `${least.short} – ${most.short}`, full: `${least.full} – ${most.full}` };
  }
  if (qualifier === 'exact') return least;
  const words = (value: string) => t(`moneyQualifier.${qualifier}`, { value });
  return { short: words(least.short), full: words(least.full) };
}
