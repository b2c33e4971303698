import type { Language } from '../../kernel/language.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import { SoundIndex } from '../analysis/sound-index.ts';
import type { SpokenWord } from '../analysis/spoken-words.ts';
import { type WrittenWord, wordsToGoOn, writtenWords } from '../application/written-words.ts';
import type { SearchDocument } from '../domain/search-document.ts';

/** The words of all documents, to go on with while a person types. */
export class WordIndex {
  readonly #analyse: Analyse;
  readonly #bySound = new SoundIndex<WrittenWord>();
  readonly #words = new Map<string, WrittenWord>();
  #documents = 0;

  constructor(analyse: Analyse) {
    this.#analyse = analyse;
  }

  put({ passages }: SearchDocument): void {
    this.#documents++;
    for (const [key, found] of writtenWords(passages, this.#analyse)) {
      const known = this.#words.get(key);
      if (known !== undefined) {
        known.documents++;
        continue;
      }
      const word = found();
      this.#words.set(key, word);
      this.#bySound.add(word);
    }
  }

  /** Takes away what `put` has counted of the same document. */
  remove({ passages }: SearchDocument): void {
    this.#documents--;
    for (const key of writtenWords(passages, this.#analyse).keys()) {
      const known = this.#words.get(key);
      if (known !== undefined) known.documents--;
    }
  }

  /** Words that begin with what was typed, or within errors of it. One that no document has any more keeps its place. */
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
