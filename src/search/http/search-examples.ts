import type { z } from 'zod';
import type { Examples } from '../../platform/http/openapi-examples.ts';
import type { searchRequest } from '../domain/search.ts';

const request = {
  text: 'Здравствуйте! Во дворе по улице Абая третью неделю не чистят снег, скорая не может проехать.',
  filters: { category: ['snow-removal'], excludeRegion: ['KZ-39'] },
  sort: 'relevance',
  limit: 20,
} satisfies z.input<typeof searchRequest>;

/** What calls of search look like. */
export const searchExamples: Examples = {
  'post /api/v1/search': { body: request },
  'get /api/v1/search': { parameters: { q: 'не чистят снег', outcome: ['resolved'], limit: 5 } },
  'get /api/v1/suggest': {
    parameters: { q: 'снег' },
    answer: { items: [{ text: 'Уборка снега', kind: 'category', url: '/ru/search?category=snow-removal' }] },
  },
};
