import type { Heading } from 'mdast';
import { parseMarkdown } from './parse-markdown.ts';
import { isReasonable } from './reasonable.ts';

/** What is wrong with a write-up; `problem` names a sentence of the message catalogue. */
export interface WriteUpProblem {
  readonly problem:
    | 'write-up.heading-level'
    | 'write-up.section-id-missing'
    | 'write-up.section-unknown'
    | 'write-up.section-twice'
    | 'write-up.text-before-section'
    | 'write-up.too-complex';
  /** Line of the file. */
  readonly line: number;
  readonly params?: Readonly<Record<string, string>>;
}

/** The Markdown below each section's heading; a section without text is left out. */
export interface WriteUp<Id extends string> {
  readonly sections: Partial<Record<Id, string>>;
  readonly problems: readonly WriteUpProblem[];
}

const HEADING_ID = /\{#([^\s{}]*)\}[ \t]*#*[ \t]*$/;

/**
 * Cuts a write-up into its sections: `## Any words {#id}`, where the id is one of `ids`. `firstLine` is the line
 * of the file on which the Markdown begins. Every problem is reported; the sections hold what could be read.
 */
export function parseWriteUp<Id extends string>(
  markdown: string,
  firstLine: number,
  ids: readonly Id[],
): WriteUp<Id> {
  const sections: Partial<Record<Id, string>> = {};
  const problems: WriteUpProblem[] = [];
  if (!isReasonable(markdown))
    return { sections, problems: [{ problem: 'write-up.too-complex', line: firstLine }] };
  const { children } = parseMarkdown(markdown);
  const headings = children.filter((node) => node.type === 'heading' && node.depth <= 2);
  const before = children[0];
  if (before !== undefined && before !== headings[0])
    problems.push({ problem: 'write-up.text-before-section', line: lineOf(before, firstLine) });

  for (const [index, heading] of headings.entries()) {
    if (heading.type !== 'heading') continue;
    const line = lineOf(heading, firstLine);
    const start = heading.position?.end.offset ?? 0;
    const text = markdown.slice(start, headings[index + 1]?.position?.start.offset).trim();
    const id = sectionId(markdown, heading, ids);
    if ('problem' in id) problems.push({ ...id, line });
    else if (sections[id.known] !== undefined)
      problems.push({ problem: 'write-up.section-twice', line, params: { id: id.known } });
    else sections[id.known] = text;
  }
  for (const id of ids) if (sections[id] === '') delete sections[id];
  return { sections, problems };
}

function sectionId<Id extends string>(
  markdown: string,
  heading: Heading,
  ids: readonly Id[],
): { known: Id } | Omit<WriteUpProblem, 'line'> {
  if (heading.depth === 1) return { problem: 'write-up.heading-level' };
  const source = markdown.slice(heading.position?.start.offset, heading.position?.end.offset);
  const [firstLine = ''] = source.split('\n');
  const id = HEADING_ID.exec(firstLine)?.[1];
  const list = ids.join(', ');
  if (id === undefined || id === '') return { problem: 'write-up.section-id-missing', params: { ids: list } };
  const known = ids.find((one) => one === id);
  return known === undefined ? { problem: 'write-up.section-unknown', params: { id, ids: list } } : { known };
}

function lineOf(node: { position?: { start: { line: number } } | undefined }, firstLine: number): number {
  return (node.position?.start.line ?? 1) + firstLine - 1;
}
