import type { Language } from '../../kernel/language.ts';
import { renderDocument } from '../../platform/html/document.tsx';
import { pageUrl } from '../../platform/html/place.ts';
import type { Site } from '../../platform/html/site.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import { BarList, type Reference, type Region, referenceMessages, TileMap } from '../../reference/index.ts';
import { type Figure, FiguresOfPlace } from '../../statistics/index.ts';
import { CaseList, type CaseListProps } from './case-list.tsx';
import { Crumbs } from './crumbs.tsx';

/** All regions: the map, and the same as a list in the order of the names. */
export function renderRegionsPage(props: {
  site: Site;
  language: Language;
  reference: Reference;
  counts: ReadonlyMap<string, number>;
}): string {
  const { site, language, reference, counts } = props;
  const t = translator(language, referenceMessages);
  const order = new Intl.Collator(language);
  const regions = [...reference.regions].sort(
    (a, b) =>
      Number(a.tile === null) - Number(b.tile === null) || order.compare(a.name[language], b.name[language]),
  );
  return renderDocument({
    site,
    language,
    place: '/regions',
    title: t('regions.title'),
    description: t('regions.lead'),
    section: 'regions',
    children: (
      <>
        <div class="page-head">
          <h1>{t('regions.title')}</h1>
          <p class="lead">{t('regions.lead')}</p>
        </div>
        <div class="base base--listed">
          <div class="base__regions">
            <TileMap {...{ reference, language, counts }} />
            <p class="small quiet">{t('map.hint')}</p>
          </div>
          <section class="base__topics" aria-labelledby="regions">
            <h2 id="regions" class="ds-sr-only">
              {t('regions.list')}
            </h2>
            <BarList
              items={regions.map((region) => ({
                name: region.name[language],
                url: pageUrl(language, `/regions/${region.code}`),
                count: counts.get(region.code) ?? 0,
              }))}
              describe={(count) => t('map.count', { count })}
            />
          </section>
        </div>
      </>
    ),
  });
}

/** One region, with its cases. */
export function renderRegionPage(props: {
  site: Site;
  language: Language;
  reference: Reference;
  region: Region;
  list: Omit<CaseListProps, 'language' | 'place' | 'narrow'>;
  figures: readonly Figure[];
}): string {
  const { site, language, reference, region, list, figures } = props;
  const t = translator(language, referenceMessages);
  const name = region.name[language];
  const place = `/regions/${region.code}` as const;
  return renderDocument({
    site,
    language,
    place,
    title: name,
    description: t('region.description', { region: name }),
    section: 'regions',
    unlisted: !list.isFirst,
    children: (
      <>
        <Crumbs language={language} path={[{ name: t('regions.title'), place: '/regions' }]} />
        <div class="page-head">
          <h1>{name}</h1>
        </div>
        <CaseList
          {...list}
          {...{ language, place }}
          narrow={{ place: `/search?region=${region.code}`, text: t('list.filter') }}
        />
        {list.isFirst ? <FiguresOfPlace {...{ language, reference, figures }} of="region" /> : null}
      </>
    ),
  });
}
