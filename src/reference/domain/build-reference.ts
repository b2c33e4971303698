import { categoryTree } from './category-tree.ts';
import type { Reference } from './reference.ts';
import type { ReferenceData } from './reference-data.ts';
import { regionResolver } from './region-names.ts';

/** Reference data that can be asked, from lists that checkReference found nothing wrong with. */
export function buildReference(data: ReferenceData): Reference {
  const byCode = <T extends { readonly code: string }>(items: readonly T[]) => {
    const map = new Map(items.map((item) => [item.code, item]));
    return (code: string) => map.get(code);
  };
  const institutions = new Map(data.institutions.map((item) => [item.id, item]));
  return {
    ...data,
    region: byCode(data.regions),
    category: byCode(data.categories),
    institution: (id) => institutions.get(id),
    channel: byCode(data.channels),
    season: byCode(data.seasons),
    resolveRegion: regionResolver(data.regions),
    ...categoryTree(data.categories),
  };
}
