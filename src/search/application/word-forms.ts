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
  const known = wordCache(written);
  return (passages) => {
    const forms = new Map<string, WordForm>();
    for (const { language, text } of passages)
      for (const word of analyse.words(text, language ?? undefined)) {
        if (word.own.role !== 'content' || word.spelt.length < SHORTEST) continue;
        const { raw, isCapitalised, asWritten, lowered } = known(word.raw);
        const isLowered = isCapitalised && beginsSentence(text, word.start);
        const found = isLowered ? lowered : asWritten;
        const at = LANGUAGES_OF_TEXTS[language ?? 'none'] + LANGUAGES_OF_WORDS[word.language];
        const form = found[at] ?? formOf(isLowered ? raw.toLowerCase() : raw, word, language);
        found[at] = form;
        forms.set(form.key, form);
      }
    return forms;
  };
}

/** What is written so, with its forms as they are needed: by the language of the text and of the word. */
interface Written {
  /** Of its own, and no part of a text, which it would keep. */
  readonly raw: string;
  readonly isCapitalised: boolean;
  readonly asWritten: (WordForm | undefined)[];
  /** Without the capital letter that only the beginning of a sentence gives it. */
  readonly lowered: (WordForm | undefined)[];
}

const LANGUAGES_OF_WORDS: Readonly<Record<WordLanguage, number>> = { kk: 0, ru: 1, en: 2 };
const LANGUAGES_OF_TEXTS: Readonly<Record<Language | 'none', number>> = { kk: 0, ru: 3, en: 6, none: 9 };

function written(raw: string): Written {
  return { raw, isCapitalised: CAPITALISED.test(raw), asWritten: [], lowered: [] };
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
