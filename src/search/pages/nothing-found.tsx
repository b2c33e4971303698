import type { Language } from '../../kernel/language.ts';
import { pageUrl } from '../../platform/html/place.ts';
import type { Reference } from '../../reference/index.ts';
import type { SearchAnswer } from '../domain/search.ts';
import { Change } from './change.tsx';
import type { Condition } from './conditions.tsx';
import type { SearchState } from './search-state.ts';
import type { SearchTranslate } from './search-translate.ts';

/** Ways on when nothing was found: fewer conditions with what each would bring, the nearest topic, other words. */
export function NothingFound(props: {
  t: SearchTranslate;
  language: Language;
  reference: Reference;
  state: SearchState;
  answer: SearchAnswer;
  /** What each condition hides, in the order of the conditions. */
  wider: readonly { readonly condition: Condition; readonly total: number }[];
}) {
  const { t, language, state, answer, wider } = props;
  const { terms, topic } = answer.query;
  const words = terms.slice(0, 6).map((word) => t('quote', { word }));
  const suggestions = (answer.suggestions ?? []).filter(({ text }) => text !== topic?.name);
  const useful = wider.filter(({ total }) => total > 0);
  // Cases of a recognised topic are found whatever their words, so there are none.
  const isTopicEmpty = topic !== null && wider.length === 0;
  return (
    <div class="nothing">
      {state.text.trim() === '' ? null : (
        <p>{words.length === 0 ? t('nothing.noTerms') : t('nothing.terms', { words: words.join(', ') })}</p>
      )}
      {isTopicEmpty ? <p>{t('nothing.topicEmpty', { topic: topic.name })}</p> : null}
      <p>{t('nothing.understood')}</p>
      <ul class="ds-list">
        {useful.length === 0 ? null : (
          <li>
            {t('nothing.lessFilters')}:
            <ul class="nothing__list">
              {useful.map(({ condition, total }) => (
                <li>
                  <Change
                    {...{ state, language }}
                    go={condition.go}
                    to={condition.without}
                    class="text-button"
                  >
                    {t('nothing.without', { name: condition.name })}
                  </Change>{' '}
                  – {t('nothing.count', { total })}
                </li>
              ))}
            </ul>
          </li>
        )}
        {topic === null || isTopicEmpty ? null : (
          <li>
            {t('nothing.nearest')}: <a href={pageUrl(language, `/topics/${topic.code}`)}>{topic.name}</a>
          </li>
        )}
        {suggestions.length === 0 ? null : (
          <li>
            {t('nothing.suggestions')}:{' '}
            <ul class="nothing__list">
              {suggestions.map(({ text, url }) => (
                <li>
                  <a href={url}>{text}</a>
                </li>
              ))}
            </ul>
          </li>
        )}
        <li>{t('nothing.tip')}</li>
        <li>
          <a href={pageUrl(language, '/topics')}>{t('nothing.topics')}</a>
        </li>
        <li>
          <a href={pageUrl(language, '/contribute')}>{t('nothing.contribute')}</a>
        </li>
      </ul>
    </div>
  );
}
