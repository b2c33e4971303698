import type { Language } from '../../kernel/language.ts';
import { pageUrl } from '../../platform/html/place.ts';
import type { Site } from '../../platform/html/site.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import type { SiteText } from '../domain/site-text.ts';
import { siteMessages } from '../messages/site-messages.ts';
import { renderTextPage } from './text-page.tsx';

/** How to correct a record or send one: a letter that is begun already, and the file format. */
export function renderContributePage(props: {
  site: Site;
  language: Language;
  text: SiteText;
  /** The slug of the case that is to be corrected. */
  about: string | null;
}): string {
  const { site, language, text, about } = props;
  const t = translator(language, siteMessages);
  return renderTextPage({
    site,
    language,
    text,
    place: about === null ? '/contribute' : `/contribute?case=${about}`,
    children:
      site.contactEmail === null ? (
        <p class="ds-alert">{t('contribute.noAddress')}</p>
      ) : (
        <div class="letter">
          <a class="ds-button" href={letterTo(site, language, site.contactEmail, about)}>
            {t('contribute.write')}
          </a>
          <p class="quiet">{t('contribute.address', { address: site.contactEmail })}</p>
        </div>
      ),
  });
}

function letterTo(site: Site, language: Language, address: string, about: string | null): string {
  const t = translator(language, siteMessages);
  const link = about === null ? '' : site.publicUrl + pageUrl(language, `/cases/${about}`);
  const subject = about === null ? t('contribute.subject') : t('contribute.subject.case', { slug: about });
  const body = t('contribute.body', { link });
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
