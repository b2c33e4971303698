import { createElement, type JSX } from 'preact';

declare const sanitized: unique symbol;

/** HTML that came out of a sanitiser or an escaper of ours; nothing else may reach a page unescaped. */
export type SanitizedHtml = string & { readonly [sanitized]: true };

/**
 * Marks HTML as safe. Only who has just sanitised or escaped it may call this:
 * the Markdown renderer, the snippet highlighter, and who keeps what our own JSX rendered.
 */
export function markSanitized(html: string): SanitizedHtml {
  return html as SanitizedHtml;
}

/** The one place where HTML stands on a page as it is. `as` is the element around it. */
export function Sanitized(props: {
  html: SanitizedHtml;
  as?: 'div' | 'span' | 'p' | 'section' | 'article';
  class?: string;
  lang?: string;
}): JSX.Element {
  const { html, as = 'div', ...rest } = props;
  return createElement(as, { ...rest, dangerouslySetInnerHTML: { __html: html } });
}
