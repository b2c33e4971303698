import type { Language } from '../../kernel/language.ts';
import type { MessageKey, Translate } from '../messages/catalogue.ts';
import type { commonMessages } from '../messages/common/common-messages.ts';
import { pageUrl } from './place.ts';
import type { Site } from './site.ts';

/** What stands below every page: what this is, how to correct it, how programs read it. */
export function SiteFooter(props: {
  t: Translate<MessageKey<typeof commonMessages>>;
  site: Site;
  language: Language;
}) {
  const { t, language } = props;
  return (
    <footer class="site-footer">
      <div class="site-footer__inner">
        <div class="site-footer__about">
          <p>
            <strong>{t('site.name')}.</strong> {t('footer.claim')}
          </p>
          <p>{t('footer.noAdvice')}</p>
        </div>
        <nav aria-label={t('footer.label')}>
          <ul>
            <li>
              <a href={pageUrl(language, '/about')}>{t('nav.about')}</a>
            </li>
            <li>
              <a href={pageUrl(language, '/statistics')}>{t('footer.statistics')}</a>
            </li>
            <li>
              <a href={`${pageUrl(language, '/about')}#privacy`}>{t('footer.privacy')}</a>
            </li>
            <li>
              <a href={pageUrl(language, '/contribute')}>{t('footer.contribute')}</a>
            </li>
            <li>
              <a href="/docs">{t('footer.api')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
