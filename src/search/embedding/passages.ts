import { createHash } from 'node:crypto';
import { SECTIONS } from '../../cases/index.ts';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import type { SearchDocument, SearchField } from '../domain/search-document.ts';
import { beginningOf, cutText, joinShort } from './cut-text.ts';

/**
 * The most that is embedded at once, in UTF-16 units. Models of the e5 kind read 512 tokens: 1,200 letters of our
 * write-ups are 328 tokens in Russian and 334 in Kazakh on average, 365 at the most.
 */
export const PASSAGE_LIMIT = 1_200;
/** What the vector of a passage is kept by. */
export function passageHash(prefix: string, text: string): string {
  return createHash('sha256').update(prefix).update(text).digest('hex');
}

/** What a title may take of each passage. */
const TITLE_LIMIT = 240;

const BODY: readonly SearchField[] = ['summary', ...SECTIONS];

/**
 * What says in short what a case is about, in each of its languages: title and summary. A complaint is about a matter, and
 * a long write-up about a matter and all that came of it; so heads count beside the best passage.
 */
export function headsOf({ passages }: SearchDocument): string[] {
  const heads = LANGUAGES.flatMap((language) => {
    const [title = '', summary = ''] = (['title', 'summary'] as const).map(
      (field) =>
        passages.find((passage) => passage.field === field && passage.language === language)?.text.trim() ??
        '',
    );
    const head = beginningOf(summary === '' ? title : joined(title, summary), PASSAGE_LIMIT);
    return head === '' ? [] : [head];
  });
  return [...new Set(heads)];
}

/**
 * What of a case is embedded beside its heads, each text once: every language version, whole where it is short, else cut between
 * sections, paragraphs or sentences; and what the record says beside the write-up, where that is more than a line.
 * Each begins with the title, so that a part alone says what it is part of.
 */
export function passagesOf({ passages }: SearchDocument): string[] {
  const textOf = (field: SearchField, language: Language) =>
    passages.find((passage) => passage.field === field && passage.language === language)?.text ?? '';
  const cut = LANGUAGES.flatMap((language) => {
    const title = textOf('title', language).trim();
    const facts = textOf('facts', language);
    return [
      ...underTitle(
        title,
        BODY.map((field) => textOf(field, language)),
      ),
      ...(facts.includes('\n') ? underTitle(title, [facts]) : []),
    ];
  });
  return [...new Set(cut)];
}

function underTitle(title: string, sections: readonly string[]): string[] {
  const long = title.length > TITLE_LIMIT;
  const heading = long ? beginningOf(title, TITLE_LIMIT) : title;
  const room = PASSAGE_LIMIT - heading.length - 2;
  const parts = (long ? [title, ...sections] : sections).flatMap((section) => cutText(section, room));
  const bodies = joinShort(parts, room);
  if (bodies.length === 0) return heading === '' ? [] : [heading];
  return bodies.map((body) => joined(heading, body));
}

function joined(heading: string, body: string): string {
  if (body.startsWith(heading)) return body;
  return /[.!?…]$/.test(heading) ? `${heading} ${body}` : `${heading}. ${body}`;
}
