import { CaseCardView } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { SearchHit } from '../domain/search.ts';
import { Marked } from './marked.tsx';
import type { SearchTranslate } from './search-translate.ts';
import { Why } from './why.tsx';

/** A found case: its card, why it fits, and the passage that fits best. */
export function Hit({
  t,
  language,
  hit,
  topic,
}: {
  t: SearchTranslate;
  language: Language;
  hit: SearchHit;
  /** The category that the text was read to be about. */
  topic: string | undefined;
}) {
  const { topic: forTopic = 0, region: forRegion = 0 } = hit.explanation ?? {};
  const explained = hit.matched.length > 0 || forTopic > 0 || forRegion > 0;
  const snippets = hit.snippets.filter(({ section }) => section !== 'title').slice(0, 1);
  return (
    <CaseCardView
      card={hit.case}
      language={language}
      heading="h3"
      reason={explained ? <Why {...{ t, hit, topic }} /> : undefined}
      passage={
        snippets.length === 0
          ? undefined
          : snippets.map((snippet) => (
              <p lang={snippet.language ?? undefined}>
                <Marked html={snippet.html} />
              </p>
            ))
      }
    />
  );
}
