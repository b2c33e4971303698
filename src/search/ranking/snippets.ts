import { SECTIONS } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { SnippetSection } from '../domain/search-document.ts';
import type { FoundWords } from './found-words.ts';
import type { ValuedTerm } from './word-values.ts';

/** A quotation of a hit; `html` is escaped text with <mark> around what matched. */
export interface Snippet {
  readonly section: SnippetSection;
  /** Of the passage; null where it is of none. */
  readonly language: Language | null;
  readonly html: string;
}

const LENGTH = 240;
const MOST_SNIPPETS = 2;

/** Who reads: the language of the answer, and what was recognised of the query's. */
export interface Reader {
  readonly language: Language;
  readonly askedIn: string;
}

interface Window {
  readonly read: FoundWords;
  readonly section: SnippetSection;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/**
 * The passages of a document that match best, of different sections, about 240 characters each: in the language of the
 * reader, else in that of the query. What matches in a third language alone is shown as the reader's text of the same
 * section begins.
 */
export function snippets(passages: readonly FoundWords[], reader: Reader): Snippet[] {
  const windows = readable(
    passages.flatMap((read) => bestWindow(read) ?? []),
    reader,
  );
  windows.sort((a, b) => b.value - a.value);
  const chosen: Window[] = [];
  for (const window of windows) {
    if (chosen.length === MOST_SNIPPETS) break;
    if (!chosen.some(({ section }) => section === window.section)) chosen.push(window);
  }
  return chosen.map((window) => {
    const own = inLanguage(window, passages, reader);
    const { language } = own.read.passage;
    return { section: own.section, language, html: quote(own) };
  });
}

function readable(windows: readonly Window[], { language, askedIn }: Reader): Window[] {
  const isIn = (wanted: string) => windows.filter(({ read }) => (read.passage.language ?? wanted) === wanted);
  const [own, asked] = [isIn(language), isIn(askedIn)];
  return own.length > 0 ? own : asked.length > 0 ? asked : [...windows];
}

/** The beginning of the section in the reader's language for a passage that neither reader nor query speaks. */
function inLanguage(window: Window, passages: readonly FoundWords[], { language, askedIn }: Reader): Window {
  const spoken = window.read.passage.language;
  if (spoken === null || spoken === language || spoken === askedIn) return window;
  const own = passages.find(
    (read) => sectionOf(read) === window.section && read.passage.language === language,
  );
  if (own === undefined) return window;
  return { ...window, read: { ...own, starts: [], ends: [], values: [] }, from: 0, to: 0 };
}

function sectionOf({ passage }: FoundWords): SnippetSection | undefined {
  if (passage.field === 'summary') return passage.field;
  return SECTIONS.find((section) => section === passage.field);
}

/** The stretch of found words within the length whose distinct terms are worth most; one pass with two ends. */
function bestWindow(read: FoundWords): Window | undefined {
  const section = sectionOf(read);
  if (section === undefined) return undefined;
  const { starts, ends, values } = read;
  const inside: Inside = new Map();
  let best: Window | undefined;
  let value = 0;
  let from = 0;
  for (const [to, word] of values.entries()) {
    value += counted(inside, word, 1);
    while ((ends[to] ?? 0) - (starts[from] ?? 0) > LENGTH && from < to)
      value += counted(inside, values[from++], -1);
    if (value > 1e-9 && value > (best?.value ?? 0) + 1e-9) best = { read, section, from, to, value };
  }
  return best;
}

/** How often a window has each term, by what its words are worth: the word itself, or one of its root. */
type Inside = Map<string, Map<number, number>>;

/** Counts a word in or out; returns what the window is worth more by it. Of a term's words the worthiest counts. */
function counted(inside: Inside, word: ValuedTerm | undefined, by: 1 | -1): number {
  if (word === undefined) return 0;
  const counts = inside.get(word.term) ?? new Map<number, number>();
  inside.set(word.term, counts);
  const before = worthiest(counts);
  counts.set(word.value, (counts.get(word.value) ?? 0) + by);
  return worthiest(counts) - before;
}

function worthiest(counts: ReadonlyMap<number, number>): number {
  let most = 0;
  for (const [value, count] of counts) if (count > 0 && value > most) most = value;
  return most;
}

/** The window widened to the length and to whole words, with its matching words marked. */
function quote({ read, from, to }: Window): string {
  const { starts, ends, passage } = read;
  const { text } = passage;
  const first = starts[from] ?? 0;
  const last = ends[to] ?? first;
  const room = Math.max(0, LENGTH - (last - first));
  const start = wordStart(text, Math.max(0, first - Math.floor(room / 3)));
  const end = wordEnd(text, Math.min(text.length, Math.max(last, start + LENGTH)));
  const isPlain = !NOT_PLAIN.test(text.slice(start, end));
  const asHtml = isPlain ? (plain: string) => plain : escapeHtml;
  let html = start > 0 ? '…' : '';
  let at = start;
  for (const [i, wordFrom] of starts.entries()) {
    const wordTo = ends[i] ?? 0;
    if (wordFrom < at || wordTo > end) continue;
    html += `${asHtml(text.slice(at, wordFrom))}<mark>${asHtml(text.slice(wordFrom, wordTo))}</mark>`;
    at = wordTo;
  }
  html += asHtml(text.slice(at, end).trimEnd());
  return (isPlain ? html : html.replaceAll(/\s+/g, ' ')) + (end < text.length ? '…' : '');
}

/** What does not stand in HTML as it is; most passages have nothing of it. */
const NOT_PLAIN = /[&<>"']| {2}|[^\S ]/;

const LONGEST_STEP = 40;

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const before = Math.max(0, at - LONGEST_STEP);
  const space = text.slice(before, at).search(/\s\S*$/);
  // The first word begins with the text.
  const start = space >= 0 ? before + space + 1 : before === 0 ? 0 : at;
  return isLowSurrogate(text, start) ? start - 1 : start;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const rest = text.slice(at, at + LONGEST_STEP).search(/\s/);
  const end = rest >= 0 ? at + rest : at + LONGEST_STEP >= text.length ? text.length : at;
  return isLowSurrogate(text, end) ? end + 1 : end;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
