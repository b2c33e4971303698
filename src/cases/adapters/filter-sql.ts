import { type SQL, sql } from 'drizzle-orm';
import type { CaseFilters } from '../domain/case-filters.ts';
import { publishedCaseTable as published } from './case.table.ts';

/**
 * The condition that filters put on published cases. One text for all filters, so that it is prepared once:
 * a filter that is not given is null and leaves everything.
 */
export const FILTER_CONDITION: SQL = sql.join(
  [
    isGiven('region', 'text[]', (values) => sql`${published.region} = any(${values})`),
    isGiven('category', 'text[]', (values) => sql`${published.category} = any(${values})`),
    isGiven('outcome', 'text[]', (values) => sql`${published.outcome} = any(${values})`),
    isGiven('year', 'int[]', (values) => sql`${published.year} = any(${values})`),
    isGiven('season', 'text[]', (values) => sql`${published.seasons} && ${values}`),
    isGiven('confidence', 'text[]', (values) => sql`${published.confidence} = any(${values})`),
    // What holds for the whole country is nobody's "own region".
    isGiven(
      'excludeRegion',
      'text[]',
      (values) => sql`(${published.region} <> all(${values}) or ${published.region} = 'KZ')`,
    ),
    isGiven('moneyMin', 'bigint', (value) => sql`${published.costAmount} >= ${value}`),
    isGiven('moneyMax', 'bigint', (value) => sql`${published.costAmount} <= ${value}`),
  ],
  sql` and `,
);

/** What fills the places of {@link FILTER_CONDITION}; the filters are resolved ones. */
export function filterValues(filters: CaseFilters): Record<keyof CaseFilters, unknown> {
  return {
    region: filters.region ?? null,
    category: filters.category ?? null,
    outcome: filters.outcome ?? null,
    year: filters.year?.map(Number) ?? null,
    season: filters.season ?? null,
    confidence: filters.confidence ?? null,
    excludeRegion: filters.excludeRegion ?? null,
    moneyMin: filters.moneyMin ?? null,
    moneyMax: filters.moneyMax ?? null,
  };
}

function isGiven(name: keyof CaseFilters, type: string, condition: (value: SQL) => SQL): SQL {
  const value = sql`${sql.placeholder(name)}::${sql.raw(type)}`;
  return sql`(${value} is null or ${condition(value)})`;
}
