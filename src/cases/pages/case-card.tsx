import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/language.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import { formatDays, formatMoney } from '../../platform/messages/numbers.ts';
import type { CaseCard } from '../domain/case-card.ts';
import { vocabularyMessages } from '../messages/vocabulary/vocabulary-messages.ts';
import { OutcomeTag } from './outcome-tag.tsx';

interface CaseCardProps {
  readonly card: CaseCard;
  readonly language: Language;
  /** The level of the title among the page's headings. */
  readonly heading: 'h2' | 'h3';
  /** Why it is shown here, above the text. */
  readonly reason?: ComponentChildren;
  /** A passage to show instead of the summary. */
  readonly passage?: ComponentChildren;
}

/** A case in a list: how it ended, where, when, what, and at a glance what it took. */
export function CaseCardView({ card, language, heading: Heading, reason, passage }: CaseCardProps) {
  const foreign = card.titleLanguage === language ? undefined : card.titleLanguage;
  return (
    <article class="case-card">
      <p class="case-card__strip">
        <OutcomeTag outcome={card.outcome} language={language} />
        <span class="case-card__where">
          {card.region.name}
          {card.year === null ? null : ` · ${card.year}`}
        </span>
      </p>
      <Heading class="case-card__title">
        <a href={card.url} lang={foreign}>
          {card.title}
        </a>
      </Heading>
      {reason === undefined ? null : <div class="case-card__reason">{reason}</div>}
      {passage === undefined ? (
        <p class="case-card__text" lang={foreign}>
          {card.summary}
        </p>
      ) : (
        <div class="case-card__text" lang={foreign}>
          {passage}
        </div>
      )}
      <CaseFigures card={card} language={language} />
    </article>
  );
}

/** Money, time, confidence, adoptions, and the language of the text where it is another one. */
function CaseFigures({ card, language }: { card: CaseCard; language: Language }) {
  const t = translator(language, vocabularyMessages);
  const money = card.money === null ? null : formatMoney(language, card.money.amount);
  return (
    <ul class="case-card__figures">
      {card.money === null || money === null ? null : (
        <li>
          <strong title={money.full}>{money.short}</strong> {t(`money.${card.money.kind}`)}
        </li>
      )}
      {card.durationDays === null ? null : (
        <li>{t('card.duration', { duration: formatDays(language, card.durationDays) })}</li>
      )}
      <li>{t(`confidence.${card.confidence}`)}</li>
      {card.adoptions.total === 0 ? null : <li>{t('card.repeatedWorked', { ...card.adoptions })}</li>}
      {card.titleLanguage === language ? null : (
        <li>{t('card.textIn', { language: t(`language.${card.titleLanguage}`) })}</li>
      )}
    </ul>
  );
}
