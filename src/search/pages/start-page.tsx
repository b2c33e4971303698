import { type CaseCard, CaseCardView } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import { renderDocument } from '../../platform/html/document.tsx';
import { pageUrl } from '../../platform/html/place.ts';
import type { Site } from '../../platform/html/site.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import { BarList, type Reference, referenceMessages, TileMap } from '../../reference/index.ts';
import type { PracticeHit } from '../domain/search.ts';
import { AskBox, Examples } from './ask-box.tsx';
import { PracticesShort } from './practice-hits.tsx';
import { searchTranslator } from './search-translate.ts';

/** How many topics the start page draws. */
const TOPICS = 10;

export interface StartPageProps {
  readonly site: Site;
  readonly language: Language;
  readonly reference: Reference;
  readonly myRegion: string | null;
  /** Published cases: all, by region code, by category code. */
  readonly total: number;
  readonly byRegion: ReadonlyMap<string, number>;
  readonly byCategory: ReadonlyMap<string, number>;
  readonly newest: readonly CaseCard[];
  readonly practices: readonly PracticeHit[];
}

/** The page that everything begins with: the box, and what is in the base. */
export function renderStartPage(props: StartPageProps): string {
  const { site, language, reference, myRegion } = props;
  const t = searchTranslator(language);
  return renderDocument({
    site,
    language,
    place: '/',
    title: null,
    section: 'search',
    children: (
      <>
        <div class="hero">
          <div class="page-head">
            <h1>{t('ask.heading')}</h1>
            <p class="lead">{t('ask.lead')}</p>
          </div>
          <AskBox {...{ t, language, reference, myRegion }} text="" othersOnly />
          <Examples {...{ t, language }} />
        </div>
        <Base {...props} />
        <PracticesShort {...{ t, language }} practices={props.practices} />
        <Newest {...props} />
      </>
    ),
  });
}

/** What is in the base: by region as a map, by topic as bars. */
function Base({ language, reference, total, byRegion, byCategory }: StartPageProps) {
  const t = searchTranslator(language);
  const r = translator(language, referenceMessages);
  const regions = [...byRegion].filter(([code, count]) => count > 0 && code !== 'KZ').length;
  const country = byRegion.get('KZ') ?? 0;
  const topics = reference.categories
    .filter(({ code }) => reference.isLeaf(code) && (byCategory.get(code) ?? 0) > 0)
    .map(({ code, name }) => ({
      name: name[language],
      url: pageUrl(language, `/topics/${code}`),
      count: byCategory.get(code) ?? 0,
    }))
    .sort((a, b) => b.count - a.count)
    .slice(0, TOPICS);
  return (
    <section class="section" aria-labelledby="base">
      <h2 id="base">{t('start.base')}</h2>
      <p class="section__lead">{total === 0 ? t('start.empty') : t('start.total', { total, regions })}</p>
      <div class="base">
        <div class="base__regions">
          <h3>{t('start.byRegion')}</h3>
          <TileMap {...{ reference, language }} counts={byRegion} />
          <p class="small quiet">{r('map.hint')}</p>
          <p class="base__more">
            <a href={pageUrl(language, '/regions')}>{t('start.allRegions')}</a>
            {country === 0 ? null : (
              <a href={pageUrl(language, '/regions/KZ')}>
                {r('map.country')}: {r('map.count', { count: country })}
              </a>
            )}
          </p>
        </div>
        <div class="base__topics">
          <h3>{t('start.byTopic')}</h3>
          <BarList items={topics} describe={(count) => r('map.count', { count })} />
          <p class="base__more">
            <a href={pageUrl(language, '/topics')}>{t('start.allTopics')}</a>
          </p>
        </div>
      </div>
    </section>
  );
}

function Newest({ language, newest }: StartPageProps) {
  const t = searchTranslator(language);
  if (newest.length === 0) return null;
  return (
    <section class="section" aria-labelledby="newest">
      <h2 id="newest">{t('start.newest')}</h2>
      <ul class="bare-list cards">
        {newest.map((card) => (
          <li>
            <CaseCardView card={card} language={language} heading="h3" />
          </li>
        ))}
      </ul>
    </section>
  );
}
