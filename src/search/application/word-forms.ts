import type { Language } from '../../kernel/language.ts';
import type { Analyse, ReadWord } from '../analysis/analyse-text.ts';
import type { WordLanguage } from '../analysis/language.ts';
import { soundOf } from '../analysis/spoken-words.ts';
import { wordCache } from '../analysis/word-cache.ts';
import type { Passage } from '../domain/search-document.ts';

/** A word as the documents of one language write it. */
export interface WordForm {
  /** The same for the same word in every document. */
  readonly key: string;
  readonly written: string;
  readonly language: Language | null;
  readonly sound: string;
  readonly stem: string;
}

/** Finds the different words of a document, each as it is by itself, by their keys. */
export type WordForms = (passages: readonly Passage[]) => ReadonlyMap<string, WordForm>;

/** Shorter words are typed faster than chosen. */
const SHORTEST = 3;

/** What is costly to know of a word is kept, since most words of a document stand in others too. */
export function wordForms(analyse: Analyse): WordForms {
  const kept = new Map<string, (raw: string) => KeptForms>();
  const keptIn = (language: Language | null, wordLanguage: WordLanguage) => {
    const key = `${language}:${wordLanguage}`;
    const known = kept.get(key) ?? wordCache(keptForms);
    kept.set(key, known);
    return known;
  };

  return (passages) => {
    const forms = new Map<string, WordForm>();
    for (const { language, text } of passages) {
      const ofLanguage = {
        kk: keptIn(language, 'kk'),
        ru: keptIn(language, 'ru'),
        en: keptIn(language, 'en'),
      };
      for (const word of analyse.words(text, language ?? undefined)) {
        if (word.own.role !== 'content' || word.spelt.length < SHORTEST) continue;
        const known = ofLanguage[word.language](word.raw);
        let form: WordForm;
        if (known.isCapitalised && beginsSentence(text, word.start)) {
          known.lowered ??= formOf(word.raw.toLowerCase(), word, language);
          form = known.lowered;
        } else {
          known.asWritten ??= formOf(word.raw, word, language);
          form = known.asWritten;
        }
        forms.set(form.key, form);
      }
    }
    return forms;
  };
}

/** The forms of what is written so, as they are needed. */
interface KeptForms {
  readonly isCapitalised: boolean;
  asWritten?: WordForm;
  /** Without the capital letter that only the beginning of a sentence gives it. */
  lowered?: WordForm;
}

function keptForms(raw: string): KeptForms {
  return { isCapitalised: CAPITALISED.test(raw) };
}

function formOf(written: string, word: ReadWord, language: Language | null): WordForm {
  const key = `${language}:${word.language}:${written}`;
  return { key, written, language, sound: soundOf(word), stem: word.own.term };
}

function beginsSentence(text: string, start: number): boolean {
  return SENTENCE_BEGINS.test(text.slice(Math.max(0, start - 4), start));
}

const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;
const SENTENCE_BEGINS = /(?:^|[.!?…:\n]\P{L}*)$/u;
