import type { Analyse } from '../analysis/analyse-text.ts';
import { allowedErrors } from '../analysis/sound-index.ts';
import type { SpokenWord } from '../analysis/spoken-words.ts';
import type { EngineSuggestions, SuggestionPlan } from '../application/engine.ts';
import type { WrittenWord } from '../application/written-words.ts';
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
    const begun = this.#words.begunWith(last.sound, errorsIn(last.sound, plan));
    return { cases: this.#cases(plan, last, begun), words: this.#words.goingOn(begun, last, plan) };
  }

  /** Titles that go on from the last word, then those with another form of it. */
  #cases(plan: SuggestionPlan, last: SpokenWord, begun: readonly WrittenWord[]): string[] {
    const { words, language, forgiving, limit } = plan;
    const before = words.slice(0, -1).map(({ stem }) => this.#earlier(stem, plan));
    const find = (word: TitleWord) => this.#titles.find([...before, word], language, limit);
    const errors = errorsIn(last.sound, plan);
    const found = find(errors === 0 ? { beginning: last.sound } : { sounds: soundsOf(begun) });
    if (found.length === limit || (forgiving && last.stem === last.sound)) return found;
    const sounds = forgiving
      ? soundsOf(this.#words.begunWith(last.stem, errorsIn(last.stem, plan)))
      : this.#words.formsOf(last);
    return [...new Set([...found, ...find({ sounds })])].slice(0, limit);
  }

  /** A word before the last one: by its stem as it is, else with errors. */
  #earlier(stem: string, plan: SuggestionPlan): TitleWord {
    const errors = errorsIn(stem, plan);
    if (errors === 0 || this.#words.begunWith(stem, 0).length > 0) return { beginning: stem };
    return { sounds: soundsOf(this.#words.begunWith(stem, errors)) };
  }
}

function errorsIn(sound: string, { forgiving }: SuggestionPlan): number {
  return forgiving ? allowedErrors(sound) : 0;
}

function soundsOf(words: readonly WrittenWord[]): string[] {
  return [...new Set(words.map(({ sound }) => sound))];
}
