import type { Nodes } from 'mdast';
import { parseMarkdown } from './parse-markdown.ts';
import { simplify } from './simplify.ts';

/**
 * The words of Markdown without its signs, for search and snippets: one line a paragraph, list item or row,
 * no addresses of links, no raw HTML.
 */
export function plainText(markdown: string): string {
  const tree = parseMarkdown(markdown);
  simplify(tree);
  return textOf(tree).trim();
}

function textOf(node: Nodes): string {
  if (node.type === 'definition') return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const parts = node.children.map(textOf).filter((part) => part !== '');
  return parts.join(separator(node.type)).replaceAll(/[ \t]+/g, ' ');
}

function separator(type: Nodes['type']): string {
  switch (type) {
    case 'root':
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'table':
      return '\n';
    case 'tableRow':
      return ' ';
    default:
      return '';
  }
}
