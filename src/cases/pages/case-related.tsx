import type { Language } from '../../kernel/language.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import type { CaseCard } from '../domain/case-card.ts';
import type { LinkKind } from '../domain/vocabulary.ts';
import { casePageMessages } from '../messages/case-page-messages.ts';
import { vocabularyMessages } from '../messages/vocabulary/vocabulary-messages.ts';
import { CaseCardView } from './case-card.tsx';

/** Another case that this one names, as it reads now. */
export interface LinkedCase {
  readonly kind: LinkKind;
  readonly url: string;
  readonly title: string;
  readonly titleLanguage: Language;
  readonly region: string;
}

/** The cases that the record links, and those that the search finds alike. */
export function CaseRelated(props: {
  language: Language;
  linked: readonly LinkedCase[];
  similar: readonly CaseCard[];
}) {
  const { language, linked, similar } = props;
  const t = translator(language, casePageMessages, vocabularyMessages);
  return (
    <>
      {linked.length === 0 ? null : (
        <section class="section case-linked" id="links" aria-labelledby="links-heading">
          <h2 id="links-heading">{t('case.links')}</h2>
          <ul class="bare-list">
            {linked.map((one) => (
              <li class="case-linked__item">
                <span class="case-linked__kind">{t(`link.${one.kind}`)}</span>
                <a href={one.url} lang={one.titleLanguage === language ? undefined : one.titleLanguage}>
                  {one.title}
                </a>
                <span class="quiet">{one.region}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {similar.length === 0 ? null : (
        <section class="section case-similar no-print" id="similar" aria-labelledby="similar-heading">
          <h2 id="similar-heading">{t('case.similar')}</h2>
          <ul class="bare-list case-similar__list">
            {similar.map((card) => (
              <li>
                <CaseCardView card={card} language={language} heading="h3" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
