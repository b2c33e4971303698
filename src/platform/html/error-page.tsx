import type { AppError, FieldProblem } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { translator } from '../messages/catalogue.ts';
import { commonMessages } from '../messages/common/common-messages.ts';
import { errorText, errorTitle, problemText } from '../messages/error-texts.ts';
import { renderDocument } from './document.tsx';
import { type Place, pageUrl } from './place.ts';
import type { Site } from './site.ts';

/** What an error page needs to know; every {@link AppError} has `code`, `reason`, `params` and `problems`. */
export interface ErrorPageProps {
  readonly site: Site;
  readonly language: Language;
  /** Where the reader was, so that the language switch keeps it. */
  readonly place: Place;
  readonly status: number;
  readonly error: Pick<AppError, 'code' | 'reason' | 'params'> & { problems?: readonly FieldProblem[] };
  readonly requestId: string;
}

/** A page that says what happened, what to do, and how to go on; never a stack trace. */
export function renderErrorPage(props: ErrorPageProps): string {
  const { site, language, place, status, error, requestId } = props;
  const t = translator(language, commonMessages);
  const title = errorTitle(language, error.code);
  const problems = error.problems ?? [];
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
        <h1 class="ds-heading" data-size="lg">
          {title}
        </h1>
        <p class="lead">{errorText(language, error)}</p>
        {problems.length === 0 ? null : (
          <ul class="ds-list">
            {problems.map((problem) => (
              <li>
                {problem.path === '' ? null : <code>{problem.path}</code>} {problemText(language, problem)}
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
