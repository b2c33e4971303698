import { codesInCycles } from './category-tree.ts';
import type { ReferenceData } from './reference-data.ts';
import { namesOfRegion, regionNameKey } from './region-names.ts';

/** What is wrong between entries: the list, the index in it, the field and a sentence. */
export interface ReferenceProblem {
  readonly list: keyof ReferenceData;
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

/** Every breach of what must hold between the files: unique codes, known parents and regions, one meaning a name. */
export function checkReference(data: ReferenceData): ReferenceProblem[] {
  const regions = new Set(data.regions.map(({ code }) => code));
  const categories = new Set(data.categories.map(({ code }) => code));
  const cyclic = new Set(codesInCycles(data.categories));
  return [
    ...duplicates(
      'regions',
      'code',
      data.regions.map(({ code }) => code),
    ),
    ...duplicates(
      'categories',
      'code',
      data.categories.map(({ code }) => code),
    ),
    ...duplicates(
      'institutions',
      'id',
      data.institutions.map(({ id }) => id),
    ),
    ...duplicates(
      'channels',
      'code',
      data.channels.map(({ code }) => code),
    ),
    ...duplicates(
      'seasons',
      'code',
      data.seasons.map(({ code }) => code),
    ),
    ...data.categories.flatMap(({ code, parent }, i) => {
      const path = [i, 'parent'];
      if (parent !== null && !categories.has(parent))
        return [{ list: 'categories' as const, path, problem: `unknown parent "${parent}"` }];
      return cyclic.has(code)
        ? [{ list: 'categories' as const, path, problem: `"${code}" is its own ancestor` }]
        : [];
    }),
    ...data.institutions.flatMap(({ region }, i) =>
      regions.has(region)
        ? []
        : [{ list: 'institutions' as const, path: [i, 'region'], problem: `unknown region "${region}"` }],
    ),
    ...data.seasons.flatMap((season, i) =>
      Object.keys(season.regions)
        .filter((code) => !regions.has(code))
        .map((code) => ({
          list: 'seasons' as const,
          path: [i, 'regions', code],
          problem: `unknown region "${code}"`,
        })),
    ),
    ...ambiguousNames(data),
  ];
}

function duplicates(list: keyof ReferenceData, field: string, codes: readonly string[]): ReferenceProblem[] {
  return codes.flatMap((code, i) =>
    codes.indexOf(code) === i ? [] : [{ list, path: [i, field], problem: `duplicate "${code}"` }],
  );
}

/** A name must not mean two regions; a name without letters or digits means none. */
function ambiguousNames({ regions }: ReferenceData): ReferenceProblem[] {
  const owners = new Map<string, string>();
  return regions.flatMap((region, i) =>
    namesOfRegion(region).flatMap((name) => {
      const key = regionNameKey(name);
      const owner = owners.get(key) ?? region.code;
      owners.set(key, owner);
      if (key === '') return [{ list: 'regions', path: [i, 'aliases'], problem: `empty name "${name}"` }];
      return owner === region.code
        ? []
        : [{ list: 'regions', path: [i, 'aliases'], problem: `"${name}" already means ${owner}` }];
    }),
  );
}
