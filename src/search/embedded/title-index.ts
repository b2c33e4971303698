import MiniSearch from 'minisearch';
import type { Analyse } from '../analysis/analyse-text.ts';
import { spokenWords } from '../analysis/spoken-words.ts';
import { isStopWord } from '../analysis/stop-words.ts';
import type { EngineSuggestions, SuggestionPlan } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';

/** Words shorter than this are not worth offering; shorter prefixes find too much to be guessed with errors. */
const LETTERS = { offered: 4, guessed: 4 } as const;

interface Titled {
  readonly id: string;
  readonly titles: string;
}

/** The titles of all cases, searched by sound while a person types: prefix of the last word, errors forgiven. */
export class TitleIndex {
  readonly #analyse: Analyse;
  readonly #titles = new MiniSearch<Titled>({
    fields: ['titles'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  });
  /** By sound: how the word is written and in how many titles it stands. */
  readonly #words = new Map<string, { written: string; count: number }>();

  constructor(analyse: Analyse) {
    this.#analyse = analyse;
  }

  put(document: SearchDocument): void {
    this.remove(document.id);
    const sounds: string[] = [];
    for (const { field, text } of document.passages) {
      if (field !== 'title' && field !== 'tags') continue;
      for (const { written, sound } of spokenWords(text, this.#analyse)) {
        sounds.push(sound);
        this.#count(sound, written);
      }
    }
    this.#titles.add({ id: document.id, titles: sounds.join(' ') });
  }

  remove(id: string): void {
    if (this.#titles.has(id)) this.#titles.discard(id);
  }

  suggest({ words, limit }: SuggestionPlan): EngineSuggestions {
    const last = words.at(-1);
    if (last === undefined) return { cases: [], words: [] };
    const found = this.#titles.search(words.join(' '), {
      combineWith: 'AND',
      prefix: (_, i) => i === words.length - 1,
      fuzzy: (term) => (term.length >= LETTERS.guessed ? 0.2 : false),
    });
    return {
      cases: found.slice(0, limit).map(({ id }) => String(id)),
      words: this.#goingOnFrom(last, limit),
    };
  }

  #count(sound: string, written: string): void {
    const known = this.#words.get(sound);
    if (known !== undefined) known.count++;
    else if (written.length >= LETTERS.offered && !isStopWord(written, 'ru') && !isStopWord(written, 'kk'))
      this.#words.set(sound, { written, count: 1 });
  }

  #goingOnFrom(prefix: string, limit: number): string[] {
    const found: { written: string; count: number }[] = [];
    for (const [sound, word] of this.#words)
      if (sound.startsWith(prefix) && sound !== prefix) found.push(word);
    return found
      .sort((a, b) => b.count - a.count || (a.written < b.written ? -1 : 1))
      .slice(0, limit)
      .map(({ written }) => written);
  }
}
