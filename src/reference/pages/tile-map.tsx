import type { Language } from '../../kernel/language.ts';
import { pageUrl } from '../../platform/html/place.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import type { Reference, Region } from '../domain/reference.ts';
import { referenceMessages } from '../messages/reference-messages.ts';

interface TileMapProps {
  readonly reference: Reference;
  readonly language: Language;
  /** Published cases by region code; a region that is missing has none. */
  readonly counts: ReadonlyMap<string, number>;
}

/** One square a region, so that small and large count alike; on a phone the same list stands in two columns. */
export function TileMap({ reference, language, counts }: TileMapProps) {
  const t = translator(language, referenceMessages);
  const most = Math.max(1, ...counts.values());
  const regions = reference.regions.filter((region) => region.tile !== null);
  return (
    <ul class="tile-map" aria-label={t('map.label')}>
      {inReadingOrder(regions).map((region) => {
        const count = counts.get(region.code) ?? 0;
        return (
          <li class={`tile tile--c${region.tile?.column} tile--r${region.tile?.row}`}>
            <a
              href={pageUrl(language, `/regions/${region.code}`)}
              class={`tile__link tile--shade${shadeOf(count, most)}`}
              title={region.name[language]}
            >
              <span class="tile__name" aria-hidden="true">
                {region.short[language]}
              </span>
              <span class="tile__count" aria-hidden="true">
                {count}
              </span>
              <span class="ds-sr-only">
                {region.name[language]}: {t('map.count', { count })}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** From 0 (none) to 4 (as many as the region that has most). */
function shadeOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil((4 * Math.sqrt(count)) / Math.sqrt(most)));
}

/** Row by row, as the eye goes; the tab key follows. */
function inReadingOrder(regions: readonly Region[]): Region[] {
  const place = (region: Region) => (region.tile?.row ?? 0) * 100 + (region.tile?.column ?? 0);
  return [...regions].sort((a, b) => place(a) - place(b));
}
