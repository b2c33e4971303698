import type { Element, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { markSanitized, type SanitizedHtml } from '../html/sanitized.tsx';
import { linkTarget } from './link-policy.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { simplify } from './simplify.ts';

/** All that a write-up may become: no ids, classes, images, forms or styles. */
const SCHEMA: Schema = {
  tagNames: [
    ...['p', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong', 'del'],
    ...['a', 'br', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href', ['rel', 'nofollow', 'noopener']],
    ol: ['start'],
    th: [
      ['align', 'left', 'right', 'center'],
      ['scope', 'col'],
    ],
    td: [['align', 'left', 'right', 'center']],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {
    li: ['ol', 'ul'],
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
  },
  strip: ['script', 'style'],
};

const pipeline = unified()
  .use(() => (tree: Root) => simplify(tree))
  .use(remarkRehype)
  .use(() => (tree: HtmlRoot) => judgeLinks(tree))
  .use(rehypeSanitize, SCHEMA)
  .freeze();
const writer = unified().use(rehypeStringify).freeze();

/**
 * Markdown of a section as HTML for a page: GitHub's flavour, headings from the third level, no raw HTML, no
 * images, links to http, https, mailto and relative addresses only. Whatever the text is, the answer is safe;
 * text that is built to exhaust the parser stands as plain text.
 */
export function renderMarkdown(markdown: string): SanitizedHtml {
  return markSanitized(writer.stringify(pipeline.runSync(parseMarkdown(markdown))));
}

/** Refused links lose their address and keep their words; links that leave the site say so to crawlers. */
function judgeLinks(tree: HtmlRoot): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'th') node.properties.scope = 'col';
    if (node.tagName !== 'a' || parent === undefined || index === undefined) return undefined;
    const target = linkTarget(typeof node.properties.href === 'string' ? node.properties.href : '');
    if (target === null) {
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    }
    setLink(node, target.href, target.external);
    return undefined;
  });
}

function setLink(node: Element, href: string, external: boolean): void {
  node.properties = external ? { href, rel: ['nofollow', 'noopener'] } : { href };
}
