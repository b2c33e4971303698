import type { FootnoteDefinition, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Makes a write-up's tree what our pages show: headings begin at the third level (the section has the second),
 * images give way to their descriptions, check boxes to signs, a footnote to brackets where it is first called.
 * Raw HTML is taken out.
 */
export function simplify(tree: Root): void {
  bracketFootnotes(tree);
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading') node.depth = node.depth < 4 ? 3 : node.depth;
    if (node.type === 'listItem' && typeof node.checked === 'boolean') showCheckbox(node);
    if (parent === undefined || index === undefined) return undefined;
    if (node.type === 'html') {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type === 'image' || node.type === 'imageReference') {
      parent.children.splice(index, 1, { type: 'text', value: node.alt ?? '' });
      return [SKIP, index + 1];
    }
    return undefined;
  });
}

function showCheckbox(item: ListItem): void {
  const sign: PhrasingContent = { type: 'text', value: item.checked ? '☑ ' : '☐ ' };
  const [first] = item.children;
  if (first?.type === 'paragraph') first.children.unshift(sign);
  else item.children.unshift({ type: 'paragraph', children: [sign] });
  item.checked = null;
}

/** Footnotes need ids that are unique on the page and labels in its language; brackets need neither. */
function bracketFootnotes(tree: Root): void {
  const notes = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (!notes.has(node.identifier)) notes.set(node.identifier, node);
    if (parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(tree, 'footnoteReference', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const note = notes.get(node.identifier);
    notes.delete(node.identifier);
    const words: PhrasingContent[] = note
      ? [{ type: 'text', value: ' (' }, ...phrases(note.children), { type: 'text', value: ')' }]
      : [];
    parent.children.splice(index, 1, ...words);
    return [SKIP, index + words.length];
  });
}

function phrases(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node) => (node.type === 'paragraph' ? node.children.filter(isNoFootnote) : []));
}

function isNoFootnote(node: PhrasingContent): boolean {
  return node.type !== 'footnoteReference';
}
