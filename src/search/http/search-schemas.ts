import { z } from 'zod';
import { caseCard, caseFilters } from '../../cases/index.ts';
import { pageLimit } from '../../kernel/paging.ts';
import { storableText } from '../../kernel/text.ts';
import { languageParameter, listOf } from '../../platform/http/answers.ts';
import { searchRequest, suggestion, TEXT_LIMIT } from '../domain/search.ts';

const { text: _text, filters: _filters, ...paging } = searchRequest.shape;

const q = storableText(TEXT_LIMIT.query).default('');

/** The parameters of `GET /search`: those of the body, flat. */
export const searchParameters = z.strictObject({
  q: q.meta({ description: 'What to look for; without it the cases that the filters leave' }),
  ...caseFilters.shape,
  ...paging,
  ...languageParameter,
});

export const suggestParameters = z.strictObject({ q, ...languageParameter });
export const suggestAnswer = z.strictObject({ items: z.array(suggestion) }).meta({ id: 'SuggestAnswer' });

export const similarParameters = z.strictObject({ limit: pageLimit, ...languageParameter });
export const similarAnswer = listOf(caseCard).meta({ id: 'SimilarCases' });
