import { z } from 'zod';
import { confidence, outcome } from './vocabulary.ts';

const code = z.string().min(1).max(80);
const several = <T extends z.ZodType>(value: T) => z.array(value).max(100);

/** The filters of search and of the list of cases. A category includes its descendants; region aliases are accepted. */
export const caseFilters = z
  .strictObject({
    region: several(code).optional(),
    category: several(code).optional(),
    outcome: several(outcome).optional(),
    year: several(z.string().regex(/^\d{4}$/)).optional(),
    season: several(code).optional(),
    confidence: several(confidence).optional(),
    excludeRegion: several(code).optional(),
    moneyMin: z.int().min(0).optional(),
    moneyMax: z.int().min(0).optional(),
  })
  .meta({ id: 'CaseFilters' });
export type CaseFilters = z.infer<typeof caseFilters>;

/** The filters that have a facet, in the order in which they are shown. */
export const FACETS = ['region', 'category', 'outcome', 'year', 'season', 'confidence'] as const;
export type Facet = (typeof FACETS)[number];

/** Something for each facet. */
export function byFacet<T>(of: (facet: Facet) => T): Record<Facet, T> {
  return {
    region: of('region'),
    category: of('category'),
    outcome: of('outcome'),
    year: of('year'),
    season: of('season'),
    confidence: of('confidence'),
  };
}
