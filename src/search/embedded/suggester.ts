import type { Analyse } from '../analysis/analyse-text.ts';
import { allowedErrors } from '../analysis/sound-index.ts';
import type { SpokenWord } from '../analysis/spoken-words.ts';
import type { EngineSuggestions, SuggestionPlan } from '../application/engine.ts';
import { bestTitles, STEM_MARK } from '../application/title-match.ts';
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

  /** Cases whose titles go on from the last word, or have another form of it. */
  #cases(plan: SuggestionPlan, last: SpokenWord, begun: readonly WrittenWord[]): string[] {
    const before = plan.words.slice(0, -1).map((word) => titleWord(word, this.#near(word, plan)));
    const found = this.#titles.find([...before, { ...titleWord(last, begun), beginning: last.sound }]);
    return bestTitles(found, plan);
  }

  #near({ sound }: SpokenWord, plan: SuggestionPlan): readonly WrittenWord[] {
    const errors = errorsIn(sound, plan);
    return errors === 0 ? [] : this.#words.begunWith(sound, errors);
  }
}

/** The word as it is, in another form, or as it may have been meant. */
function titleWord({ sound, stem }: SpokenWord, near: readonly WrittenWord[]): TitleWord {
  return { words: [...new Set([sound, `${stem}${STEM_MARK}`, ...near.map((word) => word.sound)])] };
}

function errorsIn(sound: string, { forgiving }: SuggestionPlan): number {
  return forgiving ? allowedErrors(sound) : 0;
}
