import { type FieldProblem, invalidInput } from '../../kernel/errors.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseFilters } from '../domain/case-filters.ts';

/**
 * Filters without empty lists, which leave everything, and with aliases turned into current region codes and categories
 * into themselves with their descendants. `at` is the path of the filters in the caller's input. Errors: AppError `invalid-input` for a value that
 * does not exist.
 */
export function resolveFilters(reference: Reference, filters: CaseFilters, at = ''): CaseFilters {
  const problems: FieldProblem[] = [];
  const each = (field: keyof CaseFilters, resolve: (value: string) => readonly string[] | undefined) => {
    const values = filters[field];
    if (!Array.isArray(values)) return undefined;
    return values.flatMap((value: string, i) => {
      const resolved = resolve(value);
      if (resolved === undefined)
        problems.push({ path: `${at}/${field}/${i}`, problem: `${field}.unknown`, params: { value } });
      return resolved ?? [];
    });
  };
  const region = (value: string) => {
    const code = reference.resolveRegion(value)?.region.code;
    return code === undefined ? undefined : [code];
  };
  const category = (value: string) => (reference.category(value) ? reference.descendants(value) : undefined);
  const season = (value: string) => (reference.season(value) ? [value] : undefined);
  const resolved = {
    region: each('region', region),
    category: each('category', category),
    season: each('season', season),
    excludeRegion: each('excludeRegion', region),
  };
  if (problems.length > 0) throw invalidInput(problems);
  return withoutMissing({ ...filters, ...withoutMissing(resolved) });
}

function withoutMissing<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept: { [K in keyof T]?: NonNullable<T[K]> } = {};
  for (const key in value) {
    const item = value[key];
    const empty = item === undefined || item === null || (Array.isArray(item) && item.length === 0);
    if (!empty) kept[key] = item;
  }
  return kept;
}
