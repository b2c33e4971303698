import { LANGUAGES, type Language } from '../../kernel/language.ts';
import type { MessageKey, Translate } from '../messages/catalogue.ts';
import type { commonMessages } from '../messages/common/common-messages.ts';
import { type Place, pageUrl } from './place.ts';

/** The sections of the site, as the navigation shows them. */
export type Section = 'search' | 'practices' | 'regions' | 'topics' | 'about';

/** A page that answered a form: where the form goes, and its fields, which stand in no address. */
export interface PlaceAsForm {
  readonly place: Place;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

type CommonTranslate = Translate<MessageKey<typeof commonMessages>>;

const NAVIGATION: readonly { section: Section; place: Place }[] = [
  { section: 'search', place: '/' },
  { section: 'practices', place: '/practices' },
  { section: 'regions', place: '/regions' },
  { section: 'topics', place: '/topics' },
  { section: 'about', place: '/about' },
];

const SHORT_LANGUAGES = { kk: 'ҚАЗ', ru: 'РУС', en: 'ENG' } as const;

interface HeaderProps {
  readonly t: CommonTranslate;
  readonly language: Language;
  readonly section: Section | undefined;
  readonly place: Place;
  readonly placeAsForm: PlaceAsForm | undefined;
}

/** The site's name, its sections, its languages. */
export function SiteHeader({ t, language, section, place, placeAsForm }: HeaderProps) {
  return (
    <header class="site-header">
      <div class="site-header__inner">
        <a class="site-logo" href={pageUrl(language, '/')}>
          <Mark />
          <span>{t('site.name')}</span>
        </a>
        <nav class="site-nav" aria-label={t('nav.label')}>
          <ul>
            {NAVIGATION.map((item) => (
              <li>
                <a
                  href={pageUrl(language, item.place)}
                  aria-current={
                    item.section === section ? (item.place === place ? 'page' : 'true') : undefined
                  }
                >
                  {t(`nav.${item.section}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav class="site-languages" aria-label={t('language.label')}>
          {placeAsForm === undefined ? (
            <LanguageLinks {...{ t, language, place }} />
          ) : (
            <LanguageForm {...{ t, language, placeAsForm }} />
          )}
        </nav>
      </div>
    </header>
  );
}

function LanguageLinks({ t, language, place }: Pick<HeaderProps, 't' | 'language' | 'place'>) {
  return (
    <ul>
      {LANGUAGES.map((one) => (
        <li>
          <a
            href={pageUrl(one, place)}
            hreflang={one}
            lang={one}
            aria-current={one === language ? 'true' : undefined}
          >
            <LanguageName t={t} language={one} />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The languages of a page that has no address of its own: the same form, sent to another language's address. */
function LanguageForm(props: { t: CommonTranslate; language: Language; placeAsForm: PlaceAsForm }) {
  const { t, language, placeAsForm } = props;
  return (
    <form method="post" action={pageUrl(language, placeAsForm.place)}>
      {placeAsForm.fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <ul>
        {LANGUAGES.map((one) => (
          <li>
            <button
              type="submit"
              formaction={pageUrl(one, placeAsForm.place)}
              lang={one}
              aria-current={one === language ? 'true' : undefined}
            >
              <LanguageName t={t} language={one} />
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

/** The short name for the eye, the whole one for the ear. */
function LanguageName({ t, language }: { t: CommonTranslate; language: Language }) {
  return (
    <>
      <span aria-hidden="true">{SHORT_LANGUAGES[language]}</span>
      <span class="ds-sr-only">{t(`language.${language}`)}</span>
    </>
  );
}

/** The crown of a yurt, seen from inside: where all poles meet. */
function Mark() {
  return (
    <svg
      class="site-logo__mark"
      viewBox="0 0 32 32"
      width="32"
      height="32"
      aria-hidden="true"
      focusable="false"
    >
      <g fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round">
        <circle cx="16" cy="16" r="13" />
        <path d="M6.9 7.700c6 4.4 12.2 10.7 16.1 19M12.4 3.900c6 5.2 10.4 11.2 13.5 17.700M25.1 7.700c-6 4.4-12.2 10.7-16.1 19M19.6 3.900c-6 5.2-10.4 11.2-13.5 17.7" />
      </g>
    </svg>
  );
}
