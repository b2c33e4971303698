import type { Language } from '../../kernel/language.ts';
import { renderDocument } from '../../platform/html/document.tsx';
import type { Site } from '../../platform/html/site.ts';
import type { Reference } from '../../reference/index.ts';
import { TEXT_LIMIT } from '../domain/search.ts';
import { AskBox, Examples } from './ask-box.tsx';
import type { SearchState } from './search-state.ts';
import { searchTranslator } from './search-translate.ts';

/** Why a text cannot be searched for. */
export type TextProblem = 'blank' | 'tooLong' | 'unstorable';

/** The box again, with the text as it was sent and what is wrong with it. */
export function renderRefusedPage(props: {
  site: Site;
  language: Language;
  reference: Reference;
  state: SearchState;
  problem: TextProblem;
}): string {
  const { site, language, reference, state, problem } = props;
  const t = searchTranslator(language);
  const told = t(`problem.${problem}`, { length: state.text.length, maximum: TEXT_LIMIT.complaint });
  return renderDocument({
    site,
    language,
    place: '/',
    title: `${t('error.heading')}: ${t('ask.heading')}`,
    section: 'search',
    unlisted: true,
    children: (
      <div class="hero">
        <div class="ds-error-summary" role="alert" aria-labelledby="problems" tabindex={-1} data-focus>
          <h2 id="problems">{t('problem.heading')}</h2>
          <ul class="ds-list">
            <li>
              <a href="#text">{told}</a>
            </li>
          </ul>
        </div>
        <div class="page-head">
          <h1>{t('ask.heading')}</h1>
        </div>
        <AskBox
          {...{ t, language, reference }}
          text={state.text.replaceAll('\0', '\ufffd')}
          myRegion={state.myRegion}
          othersOnly={state.othersOnly}
          problem={told}
        />
        <Examples {...{ t, language }} />
      </div>
    ),
  });
}
