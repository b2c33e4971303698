import type { ErrorCode } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import type { RenderErrorPage } from '../http/error-answers.ts';
import { translator } from '../messages/catalogue.ts';
import { commonMessages } from '../messages/common/common-messages.ts';
import { renderDocument } from './document.tsx';
import { type Place, pageUrl, readPlace } from './place.ts';
import type { Site } from './site.ts';

/** What an error page needs to know. */
export interface ErrorPageProps {
  readonly site: Site;
  readonly language: Language;
  /** Where the reader was, so that the language switch keeps it. */
  readonly place: Place;
  readonly status: number;
  readonly code: ErrorCode;
  readonly requestId: string;
  /** A sentence more precise than the page's own, in the reader's language. */
  readonly detail?: string;
  /** What is wrong with single fields, in the reader's language. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/** A page that says what happened, what to do, and how to go on; never a stack trace. */
export function renderErrorPage(props: ErrorPageProps): string {
  const { site, language, place, status, code, requestId, detail, errors = [] } = props;
  const t = translator(language, commonMessages);
  const title = t(`error.title.${code}`);
  return renderDocument({
    site,
    language,
    place,
    title,
    unlisted: true,
    width: 'text',
    children: (
      <div class="error-page">
        <p class="error-page__status" aria-hidden="true">
          {status}
        </p>
        <h1>{title}</h1>
        <p class="lead">{detail ?? t(`error.text.${code}`)}</p>
        {errors.length === 0 ? null : (
          <ul class="ds-list">
            {errors.map(({ path, message }) => (
              <li>
                {path === '' ? null : <code>{path}</code>} {message}
              </li>
            ))}
          </ul>
        )}
        <p>
          <a class="ds-button" href={pageUrl(language, '/')}>
            {t('error.toSearch')}
          </a>
        </p>
        {status < 500 ? null : <p class="quiet">{t('error.request', { id: requestId })}</p>}
      </div>
    ),
  });
}

/** Answers errors with pages of this site; what the API says in `detail` is for programs and stays there. */
export function errorPagesOf(site: Site): RenderErrorPage {
  return ({ error, problem }, language, request) =>
    renderErrorPage({
      site,
      language,
      place: readPlace(request.url)?.place ?? '/',
      status: problem.status,
      code: error.code,
      requestId: problem.requestId,
      ...(problem.errors === undefined ? {} : { errors: problem.errors }),
      ...(error.code === 'too-many-requests' ? { detail: problem.detail } : {}),
    });
}
