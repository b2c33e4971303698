import { z } from 'zod';
import { pageLimit } from '../../kernel/paging.ts';
import { languageParameter, listOf } from '../../platform/http/answers.ts';
import { caseCard } from '../domain/case-card.ts';
import { caseFilters } from '../domain/case-filters.ts';
import { step } from '../domain/case-record.ts';

/** The parameters of `GET /cases`. */
export const listParameters = z.strictObject({
  ...caseFilters.shape,
  cursor: z.string().max(500).optional().meta({ description: '`next` of the page before' }),
  limit: pageLimit,
  ...languageParameter,
});

export const caseList = listOf(caseCard)
  .extend({ total: z.int().meta({ description: 'Cases that the filters leave, on all pages' }) })
  .meta({ id: 'CaseList' });

export const readParameters = z.strictObject({
  format: z.enum(['json', 'markdown']).default('json'),
  ...languageParameter,
});

export const timelineParameters = z.strictObject(languageParameter);
export const timelineAnswer = listOf(step).meta({ id: 'Timeline' });
