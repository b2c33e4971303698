import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isReasonable } from './reasonable.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * The syntax tree of Markdown with GitHub's tables, task lists, strikethrough, autolinks and footnotes. What was
 * built to exhaust the parser becomes one paragraph of plain text.
 */
export function parseMarkdown(markdown: string): Root {
  if (isReasonable(markdown)) return parser.parse(markdown);
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: markdown }] }] };
}
