import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/language.ts';
import { type DocumentProps, renderDocument } from '../../platform/html/document.tsx';
import { Sanitized } from '../../platform/html/sanitized.tsx';
import type { Site } from '../../platform/html/site.ts';
import { plainText } from '../../platform/markdown/plain-text.ts';
import { renderMarkdown } from '../../platform/markdown/render-markdown.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import type { SiteText } from '../domain/site-text.ts';
import { siteMessages } from '../messages/site-messages.ts';

/** A page that is written as Markdown: title, lead, what it holds, sections that can be linked to. */
export function renderTextPage(
  props: { site: Site; language: Language; text: SiteText; children?: ComponentChildren } & Pick<
    DocumentProps,
    'place' | 'section'
  >,
): string {
  const { site, language, text, place, children, ...rest } = props;
  const t = translator(language, siteMessages);
  return renderDocument({
    ...rest,
    site,
    language,
    place,
    title: text.title,
    description: plainText(text.lead).slice(0, 200),
    width: 'text',
    children: (
      <article>
        <div class="page-head">
          <h1>{text.title}</h1>
          <Sanitized class="lead" html={renderMarkdown(text.lead)} />
        </div>
        {children}
        <nav class="contents no-print" aria-labelledby="contents">
          <h2 id="contents">{t('text.contents')}</h2>
          <ul>
            {text.sections.map(({ id, heading }) => (
              <li>
                <a href={`#${id}`}>{heading}</a>
              </li>
            ))}
          </ul>
        </nav>
        {text.sections.map(({ id, heading, markdown }) => (
          <section class="section" id={id} aria-labelledby={`${id}-heading`}>
            <h2 id={`${id}-heading`}>{heading}</h2>
            <Sanitized class="prose" html={renderMarkdown(markdown)} />
          </section>
        ))}
      </article>
    ),
  });
}
