import type { Language } from '../../kernel/language.ts';
import { shortened } from '../../kernel/shortened.ts';
import { renderDocument } from '../../platform/html/document.tsx';
import { type Place, pageUrl, placeWithQuery } from '../../platform/html/place.ts';
import type { Site } from '../../platform/html/site.ts';
import type { Reference } from '../../reference/index.ts';
import type { SearchAnswer } from '../domain/search.ts';
import { AskBox } from './ask-box.tsx';
import { Chips, type Condition, Paging, Sorting } from './conditions.tsx';
import { Facets } from './facets.tsx';
import { Hit } from './hit.tsx';
import { NothingFound } from './nothing-found.tsx';
import { PracticeHits } from './practice-hits.tsx';
import { Reading } from './reading.tsx';
import { fieldsOf, queryOf, type SearchState } from './search-state.ts';
import { type SearchTranslate, searchTranslator } from './search-translate.ts';

/** How much of the text stands above its results, in UTF-16 units. */
const EXCERPT = 160;

export interface ResultsPageProps {
  readonly site: Site;
  readonly language: Language;
  readonly reference: Reference;
  readonly state: SearchState;
  readonly answer: SearchAnswer;
  /** What each condition hides, asked for when nothing was found. */
  readonly wider: readonly { readonly condition: Condition; readonly total: number }[];
}

/** What was found: how the text was read, the hits, and ways to narrow or widen them. */
export function renderResultsPage(props: ResultsPageProps): string {
  const { site, language, reference, state, answer } = props;
  const t = searchTranslator(language);
  const asked = state.text.trim() !== '';
  const title = t(asked ? 'results.title' : 'results.title.list');
  const place: Place = placeWithQuery('/search', queryOf(state));
  return renderDocument({
    site,
    language,
    place,
    title,
    section: 'search',
    unlisted: true,
    ...(state.mode === 'complaint' ? { placeAsForm: { place: '/search', fields: fieldsOf(state) } } : {}),
    children: (
      <>
        <h1 class="results-title">{title}</h1>
        <AskAgain {...props} t={t} />
        {state.mode === 'link' ? <RefineForm language={language} state={state} /> : null}
        {asked ? <Reading {...{ t, language, reference, state }} query={answer.query} /> : null}
        <PracticeHits t={t} practices={answer.practices} />
        {state.dropped ? <p class="ds-alert small">{t('problem.filter')}</p> : null}
        {answer.degraded ? <p class="ds-alert small">{t('results.degraded')}</p> : null}
        <div class="results">
          <div class="results__facets">
            <Facets {...{ t, language, reference, state }} facets={answer.facets} />
          </div>
          <Hits {...props} t={t} />
        </div>
      </>
    ),
  });
}

/** The text that was asked, and the box to change it, folded so that the hits stand first. */
function AskAgain({ t, language, reference, state }: ResultsPageProps & { t: SearchTranslate }) {
  const text = state.text.trim();
  const excerpt = text.length > EXCERPT ? `${shortened(text, EXCERPT).replace(/\s+\S*$/, '')} …` : text;
  return (
    <details class="ask-again">
      <summary>
        {text === '' ? null : <span class="ask-again__text">{t('quote', { word: excerpt })}</span>}{' '}
        <span class="ask-again__action">{t(text === '' ? 'ask.label' : 'read.edit')}</span>
      </summary>
      <AskBox
        {...{ t, language, reference }}
        text={state.text}
        myRegion={state.myRegion}
        othersOnly={state.othersOnly}
        sort={state.sort}
        compact
      />
    </details>
  );
}

function Hits(props: ResultsPageProps & { t: SearchTranslate }) {
  const { t, language, reference, state, answer, wider } = props;
  return (
    <section class="results__hits" aria-labelledby="found">
      <div class="results__head">
        <h2 id="found">
          {t(answer.totalIsLowerBound ? 'results.countAtLeast' : 'results.count', { total: answer.total })}
        </h2>
        {answer.total > 1 ? <Sorting {...{ t, language, state }} /> : null}
      </div>
      <Chips {...{ t, language, reference, state }} />
      <OfTopic {...{ t, state, answer }} />
      {answer.hits.length === 0 ? (
        <NothingFound {...{ t, language, reference, state, answer, wider }} />
      ) : (
        <ol class="bare-list hits" start={1}>
          {answer.hits.map((hit) => (
            <li>
              <Hit {...{ t, language, hit }} topic={answer.query.topic?.code} />
            </li>
          ))}
        </ol>
      )}
      <Paging {...{ t, language, state }} total={answer.total} />
      {state.mode === 'complaint' ? <Share {...props} /> : null}
    </section>
  );
}

/** How many of the hits are on the topic that was read: the others share single words with the text, and may be far off. */
function OfTopic({ t, state, answer }: Pick<ResultsPageProps, 'state' | 'answer'> & { t: SearchTranslate }) {
  const { query, facets, total } = answer;
  if (query.topic === null || total === 0 || state.facets.category.length > 0) return null;
  const { code, name: topic } = query.topic;
  const count = facets.category.find(({ value }) => value === code)?.count ?? 0;
  if (count >= total) return null;
  return (
    <p class="results__topic small">
      {count === 0 ? t('results.noneOfTopic', { topic }) : t('results.ofTopic', { count, topic })}
    </p>
  );
}

/** A link that carries the topic and the conditions, never the complaint. */
function Share({ t, site, language, state, answer }: ResultsPageProps & { t: SearchTranslate }) {
  // The reader's own region is nobody else's.
  const shared = { ...state, othersOnly: false };
  const url = pageUrl(language, placeWithQuery('/search', queryOf(shared, answer.query.topic?.code)));
  return (
    <div class="share no-print">
      <p>
        <a href={url} id="share-link">
          {t('share.label')}
        </a>
        <button
          type="button"
          class="ds-button share__copy"
          data-variant="tertiary"
          data-copy={site.publicUrl + url}
          data-copied={t('action.copied')}
          hidden
        >
          {t('action.copy')}
        </button>
      </p>
      <p class="small quiet">{t('share.note')}</p>
    </div>
  );
}

/** The form whose fields stand in the address: filters without a complaint. */
function RefineForm({ language, state }: { language: Language; state: SearchState }) {
  return (
    <form id="refine" method="get" action={pageUrl(language, '/search')} hidden>
      {state.text === '' ? null : <input type="hidden" name="q" value={state.text} />}
      {state.othersOnly ? <input type="hidden" name="others" value="1" /> : null}
      {state.sort === 'relevance' ? null : <input type="hidden" name="sort" value={state.sort} />}
    </form>
  );
}
