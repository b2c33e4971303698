import type { Analyse } from '../analysis/analyse-text.ts';
import { allowedErrors } from '../analysis/sound-index.ts';
import type { SpokenWord } from '../analysis/spoken-words.ts';
import type { EngineSuggestions, SuggestionPlan } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { TitleIndex, type TitleWord } from './title-index.ts';
import { WordIndex } from './word-index.ts';

/** Titles and words to offer while a person types. */
export class Suggester {
  readonly #titles: TitleIndex;
  readonly #words: WordIndex;

  constructor(analyse: Analyse) {
    this.#titles = new TitleIndex(analyse);
    this.#words = new WordIndex(analyse);
  }

  put(document: SearchDocument): void {
    this.#titles.put(document);
    this.#words.put(document);
  }

  remove(document: SearchDocument): void {
    this.#titles.remove(document.id);
    this.#words.remove(document);
  }

  suggest(plan: SuggestionPlan): EngineSuggestions {
    const last = plan.words.at(-1);
    if (last === undefined) return { cases: [], words: [] };
    const errors = plan.forgiving ? allowedErrors(last.sound) : 0;
    return { cases: this.#cases(plan, last), words: this.#words.goingOn(last, { ...plan, errors }) };
  }

  /** Titles that go on from the last word, then those with another form of it. */
  #cases({ words, language, forgiving, limit }: SuggestionPlan, last: SpokenWord): string[] {
    const before = words
      .slice(0, -1)
      .map(({ stem }) =>
        this.#words.sounds(stem, 0).length > 0 ? { beginning: stem } : this.#inTitles(stem, forgiving),
      );
    const find = (word: TitleWord) => this.#titles.find([...before, word], language, limit);
    const found = find(this.#inTitles(last.sound, forgiving));
    if (found.length === limit) return found;
    const others = find(
      forgiving ? this.#inTitles(last.stem, forgiving) : { sounds: this.#words.formsOf(last) },
    );
    return [...new Set([...found, ...others])].slice(0, limit);
  }

  /** A word as it is looked for in titles: by its beginning, or by sounds that begin nearly so. */
  #inTitles(begun: string, forgiving: boolean): TitleWord {
    const errors = forgiving ? allowedErrors(begun) : 0;
    return errors === 0 ? { beginning: begun } : { sounds: this.#words.sounds(begun, errors) };
  }
}
