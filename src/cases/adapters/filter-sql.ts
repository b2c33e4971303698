import { and, gte, inArray, lte, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { CaseFilters } from '../domain/case-filters.ts';
import { publishedCaseTable as published } from './case.table.ts';

/** The condition that resolved filters put on published cases; undefined where they leave everything. */
export function filterCondition(filters: CaseFilters): SQL | undefined {
  const conditions: (SQL | undefined)[] = [
    filters.region && inArray(published.region, filters.region),
    filters.category && inArray(published.category, filters.category),
    filters.outcome && inArray(published.outcome, filters.outcome),
    filters.year && inArray(published.year, filters.year.map(Number)),
    filters.season && sql`${published.seasons} && ${sql.param(filters.season)}::text[]`,
    filters.confidence && inArray(published.confidence, filters.confidence),
    // What holds for the whole country is nobody's "own region".
    filters.excludeRegion &&
      or(notInArray(published.region, filters.excludeRegion), sql`${published.region} = 'KZ'`),
    filters.moneyMin === undefined ? undefined : gte(published.costAmount, filters.moneyMin),
    filters.moneyMax === undefined ? undefined : lte(published.costAmount, filters.moneyMax),
  ];
  return and(...conditions);
}
