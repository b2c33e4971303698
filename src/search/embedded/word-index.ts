import type { Language } from '../../kernel/language.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import { SoundIndex } from '../analysis/sound-index.ts';
import type { SpokenWord } from '../analysis/spoken-words.ts';
import { type WordForms, wordForms } from '../application/word-forms.ts';
import { type WrittenWord, wordsToGoOn } from '../application/written-words.ts';
import type { SearchDocument } from '../domain/search-document.ts';

/** Words that no document has any more keep their place, up to so many and half of all. */
const MOST_GONE = 1_000;

/** The words of all documents, to go on with while a person types. */
export class WordIndex {
  readonly #formsOf: WordForms;
  #bySound = new SoundIndex<WrittenWord>();
  #words = new Map<string, WrittenWord>();
  #documents = 0;
  /** Words that no document has any more. */
  #gone = 0;

  constructor(analyse: Analyse) {
    this.#formsOf = wordForms(analyse);
  }

  put({ passages }: SearchDocument): void {
    this.#documents++;
    for (const [key, form] of this.#formsOf(passages)) {
      const known = this.#words.get(key);
      if (known !== undefined) {
        if (known.documents++ === 0) this.#gone--;
        continue;
      }
      const { written, language, sound, stem } = form;
      const word = { written, language, sound, stem, documents: 1 };
      this.#words.set(key, word);
      this.#bySound.add(word);
    }
  }

  /** Takes away what `put` has counted of the same document. */
  remove({ passages }: SearchDocument): void {
    this.#documents--;
    for (const key of this.#formsOf(passages).keys()) {
      const known = this.#words.get(key);
      if (known !== undefined && --known.documents === 0) this.#gone++;
    }
    if (this.#gone > MOST_GONE && this.#gone > this.#words.size / 2) this.#forget();
  }

  #forget(): void {
    this.#words = new Map([...this.#words].filter(([, { documents }]) => documents > 0));
    this.#bySound = new SoundIndex();
    for (const word of this.#words.values()) this.#bySound.add(word);
    this.#gone = 0;
  }

  /** Words that begin with what was typed, or within errors of it. */
  begunWith(sound: string, errors: number): WrittenWord[] {
    const found = errors === 0 ? this.#bySound.beginning(sound) : this.#bySound.near(sound, errors);
    return found.filter(({ documents }) => documents > 0);
  }

  /** See {@link wordsToGoOn}. */
  goingOn(
    found: readonly WrittenWord[],
    last: SpokenWord,
    reader: { language: Language; limit: number },
  ): string[] {
    return wordsToGoOn(found, last, { ...reader, documents: this.#documents });
  }
}
