import type { Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { SearchAnswer } from '../domain/search.ts';
import { FORM } from './change.tsx';
import { topicsByName } from './names.ts';
import { GO, type SearchState } from './search-state.ts';
import type { SearchTranslate } from './search-translate.ts';

interface ReadingProps {
  readonly t: SearchTranslate;
  readonly language: Language;
  readonly reference: Reference;
  readonly state: SearchState;
  readonly query: SearchAnswer['query'];
}

const SHOWN_TERMS = 14;

/**
 * How the text was read: its topic, the region that it names, its language, the words that counted; the topic can be
 * changed.
 */
export function Reading({ t, language, reference, state, query }: ReadingProps) {
  return (
    <section class="reading" aria-labelledby="reading">
      <h2 id="reading" class="reading__heading">
        {t('read.heading')}
      </h2>
      <dl class="reading__list">
        <div>
          <dt>{t('read.topic')}</dt>
          <dd>
            {query.topic === null ? t('read.topic.none') : <strong>{query.topic.name}</strong>}{' '}
            <TopicChange {...{ t, language, reference, state, query }} />
          </dd>
        </div>
        {query.regions.length === 0 ? null : (
          <div>
            <dt>{t('read.region')}</dt>
            <dd>{query.regions.map(({ name }) => name).join(', ')}</dd>
          </div>
        )}
        <div>
          <dt>{t('read.language')}</dt>
          <dd>{t(`read.language.${query.language}`)}</dd>
        </div>
        <div>
          <dt>{t('read.terms')}</dt>
          <dd>
            {query.terms.length === 0
              ? t('read.terms.none')
              : query.terms.slice(0, SHOWN_TERMS).join(', ') + (query.terms.length > SHOWN_TERMS ? ' …' : '')}
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Another topic by hand: it becomes a filter. */
function TopicChange({ t, language, reference, state, query }: ReadingProps) {
  const chosen = state.facets.category[0] ?? query.topic?.code ?? '';
  return (
    <details class="topic-change">
      <summary>{t('read.topic.change')}</summary>
      <div class="topic-change__form">
        <label class="ds-label" for="topic">
          {t('read.topic.choose')}
        </label>
        <select class="ds-input" id="topic" name="topic" form={refineForm(state)}>
          <option value="">{t('read.topic.any')}</option>
          {topicsByName(reference, language).map((topic) => (
            <option value={topic.code} selected={topic.code === chosen}>
              {topic.name[language]}
            </option>
          ))}
        </select>
        <button
          type="submit"
          class="ds-button"
          data-variant="secondary"
          form={refineForm(state)}
          name={GO}
          value="topic"
        >
          {t('facets.apply')}
        </button>
      </div>
    </details>
  );
}

/** The form that filters belong to: that of the complaint, or one whose fields stand in the address. */
export function refineForm(state: SearchState): string {
  return state.mode === 'complaint' ? FORM : 'refine';
}
