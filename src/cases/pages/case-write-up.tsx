import { Sanitized } from '../../platform/html/sanitized.tsx';
import { renderMarkdown } from '../../platform/markdown/render-markdown.ts';
import type { Section } from '../domain/vocabulary.ts';
import { langOf } from './case-texts.ts';
import type { CaseView } from './case-view.ts';

/** A section of the write-up; nothing where the case has none. */
export function WriteUpSection({ view, section }: { view: CaseView; section: Section }) {
  const markdown = view.texts.sections[section];
  if (markdown === undefined) return null;
  const lang = langOf(view.texts.bodyLanguage, view.language);
  return (
    <section class="section" id={section} aria-labelledby={`${section}-heading`}>
      <h2 id={`${section}-heading`}>{view.t(`section.${section}`)}</h2>
      <Sanitized class="prose" html={renderMarkdown(markdown)} {...(lang && { lang })} />
    </section>
  );
}
