import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import { translator } from '../messages/catalogue.ts';
import { commonMessages } from '../messages/common/common-messages.ts';
import { SiteFooter } from './footer.tsx';
import { type PlaceAsForm, type Section, SiteHeader } from './header.tsx';
import { type Place, pageUrl } from './place.ts';
import type { Site } from './site.ts';

/** What a page tells about itself; everything else of the document follows from it. */
export interface DocumentProps {
  readonly site: Site;
  readonly language: Language;
  /** Where the page is without its language; the language switch and the canonical address keep it. */
  readonly place: Place;
  /** The page's own title, without the site's name. The start page gives none. */
  readonly title: string | null;
  /** One or two sentences for search engines and previews; the site's own when left out. */
  readonly description?: string;
  readonly section?: Section;
  /** For answers to a form: the languages are then buttons that send the same form again. */
  readonly placeAsForm?: PlaceAsForm;
  /** Pages that are not to be found by search engines: results, errors. */
  readonly unlisted?: boolean;
  /** `wide` for maps and lists with facets, `text` for reading. */
  readonly width?: 'wide' | 'text';
  readonly children: ComponentChildren;
}

/** A whole page as HTML: head, skip link, header, `main`, footer. No inline script, no inline style. */
export function renderDocument(props: DocumentProps): string {
  return `<!doctype html>${renderToString(<Document {...props} />)}`;
}

function Document(props: DocumentProps) {
  const { site, language, section, place, placeAsForm, width = 'wide' } = props;
  const t = translator(language, commonMessages);
  return (
    <html lang={language}>
      <Head {...props} />
      <body>
        <a class="ds-skip-link" href="#content">
          {t('site.skip')}
        </a>
        <SiteHeader {...{ t, language, section, place, placeAsForm }} />
        <main id="content" tabindex={-1} class={width === 'text' ? 'page page--text' : 'page'}>
          {props.children}
        </main>
        <SiteFooter {...{ t, site, language }} />
      </body>
    </html>
  );
}

function Head(props: DocumentProps) {
  const { site, language, place, unlisted = false } = props;
  const t = translator(language, commonMessages);
  const title =
    props.title === null ? `${t('site.name')}: ${t('site.claim')}` : `${props.title} – ${t('site.name')}`;
  const description = props.description ?? t('site.description');
  const address = (one: Language) => site.publicUrl + pageUrl(one, place);
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#00696b" />
      <link
        rel="preload"
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
        href={mainFont(site, language)}
      />
      <link rel="stylesheet" href={site.assets.style} />
      <link rel="icon" type="image/svg+xml" href={site.assets.icon} />
      <script type="module" src={site.assets.script} />
      {unlisted ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={address(language)} />
          {LANGUAGES.map((one) => (
            <link rel="alternate" hreflang={one} href={address(one)} />
          ))}
          <link rel="alternate" hreflang="x-default" href={address('ru')} />
        </>
      )}
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={t('site.name')} />
      <meta property="og:title" content={props.title ?? title} />
      <meta property="og:description" content={description} />
      <meta property="og:locale" content={OG_LOCALES[language]} />
      {unlisted ? null : <meta property="og:url" content={address(language)} />}
    </head>
  );
}

const OG_LOCALES = { kk: 'kk_KZ', ru: 'ru_KZ', en: 'en_GB' } as const;

/** The subset that carries most letters of a page in the language. */
function mainFont(site: Site, language: Language): string {
  return language === 'en' ? site.assets.fonts.latin : site.assets.fonts.cyrillic;
}
