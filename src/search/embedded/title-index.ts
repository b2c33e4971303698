import MiniSearch, { type Query } from 'minisearch';
import { LANGUAGES } from '../../kernel/language.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import { MOST_TITLED, type SpokenTitles, spokenTitles, type TitledCase } from '../application/title-match.ts';
import type { SearchDocument } from '../domain/search-document.ts';

type Titled = { readonly id: string } & SpokenTitles;

/** A word of any title: one that begins so, or one of these. */
export interface TitleWord {
  readonly beginning?: string;
  readonly words: readonly string[];
}

/** The titles and tags of all cases by sound and stem, searched while a person types. */
export class TitleIndex {
  readonly #analyse: Analyse;
  readonly #titles = new Map<string, SpokenTitles>();
  readonly #index = new MiniSearch<Titled>({
    fields: [...LANGUAGES],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  });

  constructor(analyse: Analyse) {
    this.#analyse = analyse;
  }

  put({ id, passages }: SearchDocument): void {
    const titles = spokenTitles(passages, this.#analyse);
    this.#titles.set(id, titles);
    this.#index.add({ id, ...titles });
  }

  remove(id: string): void {
    this.#titles.delete(id);
    if (this.#index.has(id)) this.#index.discard(id);
  }

  /** Cases whose titles have every word, the likeliest ones. */
  find(words: readonly TitleWord[]): TitledCase[] {
    const found = this.#index.search({ combineWith: 'AND', queries: words.map(asQuery) });
    return found.slice(0, MOST_TITLED).flatMap((result) => {
      const id = String(result.id);
      const titles = this.#titles.get(id);
      return titles === undefined ? [] : [{ id, titles }];
    });
  }
}

function asQuery({ beginning, words }: TitleWord): Query {
  const begun: Query[] = beginning === undefined ? [] : [{ queries: [beginning], prefix: true }];
  return { queries: [...begun, ...words], combineWith: 'OR' };
}
