import type { Nodes } from 'mdast';
import { parseMarkdown } from './parse-markdown.ts';
import { isProse } from './prose.ts';
import { simplify } from './simplify.ts';

/**
 * The words of Markdown without its signs, for search and snippets: one line a paragraph, list item or row,
 * no addresses of links, no raw HTML.
 */
export function plainText(markdown: string): string {
  // Parsing is a third of the work of building a search index.
  if (isProse(markdown)) return singleSpaced(markdown.replaceAll(/\n{2,}/g, '\n')).trim();
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
  return singleSpaced(parts.join(separator(node.type)));
}

function singleSpaced(text: string): string {
  return text.replaceAll(/[ \t]{2,}|\t/g, ' ');
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
