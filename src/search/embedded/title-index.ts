import MiniSearch, { type Query } from 'minisearch';
import { LANGUAGES, type Language, type Localized } from '../../kernel/language.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import { spokenWords } from '../analysis/spoken-words.ts';
import type { SearchDocument } from '../domain/search-document.ts';

type Titled = { readonly id: string } & Localized<string>;

/** Any of these beginnings, or any of these very sounds. */
export type TitleWord = { readonly beginning: string } | { readonly sounds: readonly string[] };

/** What a title in the reader's language counts for against those in others. */
const OWN_LANGUAGE = 2;

/** The titles and tags of all cases by sound, searched while a person types. */
export class TitleIndex {
  readonly #analyse: Analyse;
  readonly #titles = new MiniSearch<Titled>({
    fields: [...LANGUAGES],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  });

  constructor(analyse: Analyse) {
    this.#analyse = analyse;
  }

  put({ id, passages }: SearchDocument): void {
    const inLanguage = (wanted: Language) =>
      passages
        .filter(({ field, language }) => isTitle(field) && (language ?? wanted) === wanted)
        .flatMap(({ text }) => spokenWords(text, this.#analyse).map(({ sound }) => sound))
        .join(' ');
    this.#titles.add({ id, kk: inLanguage('kk'), ru: inLanguage('ru'), en: inLanguage('en') });
  }

  remove(id: string): void {
    if (this.#titles.has(id)) this.#titles.discard(id);
  }

  /** Cases whose titles have every word, the best first, then by id. */
  find(words: readonly TitleWord[], language: Language, limit: number): string[] {
    const found = this.#titles.search(
      { combineWith: 'AND', queries: words.map(asQuery) },
      { boost: { [language]: OWN_LANGUAGE } },
    );
    // A score depends on the order of additions in its last digits.
    return found
      .map(({ id, score }) => ({ id: String(id), score: Math.round(score * 1_000) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id);
  }
}

function isTitle(field: SearchDocument['passages'][number]['field']): boolean {
  return field === 'title' || field === 'tags';
}

function asQuery(word: TitleWord): Query {
  return 'beginning' in word
    ? { queries: [word.beginning], prefix: true }
    : { queries: [...word.sounds], combineWith: 'OR' };
}
