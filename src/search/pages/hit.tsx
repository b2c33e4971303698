import { CaseCardView } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { SearchAnswer, SearchHit } from '../domain/search.ts';
import { Marked } from './marked.tsx';
import type { SearchTranslate } from './search-translate.ts';

/** A found case: its card, why it fits, and the passage that fits best. */
export function Hit(props: {
  t: SearchTranslate;
  language: Language;
  hit: SearchHit;
  query: SearchAnswer['query'];
}) {
  const { t, language, hit, query } = props;
  const reasons = reasonsOf(t, hit, query);
  const snippets = hit.snippets.filter(({ section }) => section !== 'title').slice(0, 1);
  return (
    <CaseCardView
      card={hit.case}
      language={language}
      heading="h3"
      reason={
        reasons.length === 0 ? undefined : (
          <p>
            <strong>{t('why.label')}</strong> {reasons.join('; ')}
          </p>
        )
      }
      passage={
        snippets.length === 0
          ? undefined
          : snippets.map((snippet) => (
              <p>
                <Marked html={snippet.html} />
              </p>
            ))
      }
    />
  );
}

/** The reasons in words: the topic, the words themselves, what is close to them. */
function reasonsOf(t: SearchTranslate, hit: SearchHit, query: SearchAnswer['query']): string[] {
  const quote = (word: string) => t('quote', { word });
  const of = (kinds: readonly string[]) => [
    ...new Set(hit.matched.filter(({ kind }) => kinds.includes(kind)).map(({ term }) => term)),
  ];
  const words = of(['exact', 'stem', 'typo']);
  const near = of(['synonym', 'translation']).filter((word) => !words.includes(word));
  const reasons: string[] = [];
  if (query.topic !== null && query.topic.code === hit.case.category.code) {
    reasons.push(t('why.topic', { topic: query.topic.name }));
  }
  if (words.length > 0) {
    reasons.push(t('why.words', { count: words.length, words: words.slice(0, 6).map(quote).join(', ') }));
  }
  if (near.length > 0) reasons.push(t('why.near', { words: near.slice(0, 4).map(quote).join(', ') }));
  if (reasons.length === 0 && hit.matched.some(({ kind }) => kind === 'vector'))
    reasons.push(t('why.meaning'));
  return reasons;
}
