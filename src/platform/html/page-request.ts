import type { FastifyReply, FastifyRequest } from 'fastify';
import { anonymous, type Context, systemClock } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { isLanguage, type Language } from '../../kernel/language.ts';
import { type Place, readPlace } from './place.ts';

/** The parameter of every page's route: `/:language(kk|ru|en)/…`. */
export interface LanguageParams {
  readonly language: string;
}

/** How every page's route begins; other first parts of a path never reach it. */
export const LANGUAGE_ROUTE = '/:language(^(?:kk|ru|en)$)';

/** The language of a page's route. */
export function pageLanguage(request: FastifyRequest<{ Params: LanguageParams }>): Language {
  const { language } = request.params;
  if (!isLanguage(language)) throw new AppError('not-found');
  return language;
}

/** The place of the page that was asked for, with its query. */
export function pagePlace(request: FastifyRequest): Place {
  return readPlace(request.url)?.place ?? '/';
}

/** What a verb is told when a page calls it. */
export function pageContext(request: FastifyRequest, language: Language): Context {
  return { actor: anonymous, requestId: request.id, clock: systemClock, language };
}

/** Answers with a page. Pages change with the data, so they are asked for again each time. */
export function sendPage(reply: FastifyReply, language: Language, html: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-cache')
    .send(html);
}
