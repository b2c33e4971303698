import type { FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '../../kernel/language.ts';

const DEFAULT: Language = 'ru';
const PAGE_LANGUAGE = /^\/(kk|ru|en)(?:[/?]|$)/;

/**
 * The language of the answer: `?lang=`, else the page's own (`/kk/…`), else what `Accept-Language` prefers of
 * our three, else Russian.
 */
export function answerLanguage(request: Pick<FastifyRequest, 'query' | 'url' | 'headers'>): Language {
  const asked = parameter(request.query, 'lang');
  if (isLanguage(asked)) return asked;
  const ofPage = PAGE_LANGUAGE.exec(request.url)?.[1];
  if (isLanguage(ofPage)) return ofPage;
  return preferredLanguage(request.headers['accept-language']);
}

/** The best of our languages in an `Accept-Language` header (RFC 9110); Russian when it names none of them. */
export function preferredLanguage(header: string | undefined): Language {
  if (header === undefined) return DEFAULT;
  let best: { language: Language; weight: number } | undefined;
  for (const range of header.split(',')) {
    const [tag = '', ...parameters] = range.split(';');
    const language = tag.trim().toLowerCase().split('-')[0];
    const weight = qualityOf(parameters);
    if (isLanguage(language) && weight > 0 && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? DEFAULT;
}

function qualityOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.trim().startsWith('q='));
  const weight = given === undefined ? 1 : Number(given.trim().slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

function parameter(query: unknown, name: string): unknown {
  return typeof query === 'object' && query !== null && Object.hasOwn(query, name)
    ? Reflect.get(query, name)
    : undefined;
}
