import type { GlossaryEntry, Reference } from '../../reference/index.ts';
import { type Analyse, createAnalysis } from '../analysis/analyse-text.ts';
import { foldKazakhLetters } from '../analysis/kazakh-letters.ts';
import { createLexicon, type Lexicon } from '../analysis/lexicon.ts';
import { spellWord } from '../analysis/spelling.ts';
import { expressionWords, kazakhWords, meanings } from './meanings.ts';
import { placeWords, type RegionFinder, regionFinder } from './named-regions.ts';
import { readingName } from './reading-name.ts';

/** The analysis of a process, with what the taxonomy and the glossaries teach it. */
export interface Analysis {
  readonly analyse: Analyse;
  readonly lexicon: Lexicon;
  /** Finds the regions that a text names. */
  readonly regions: RegionFinder;
  /** See {@link readingName}; takes as long as reading some hundred cases, and is worked out when it is asked for. */
  reading(): string;
}

/** Builds the analysis once, at start; documents and queries go through the same one. */
export function analysisOf(reference: Reference, glossary: readonly GlossaryEntry[]): Analysis {
  const known = meanings(reference, glossary);
  const places = placeWords(reference.regions);
  const stems = new Set(kazakhWords(known).map((word) => foldKazakhLetters(spellWord(word))));
  const analyse = createAnalysis(
    stems,
    {
      kk: expressionWords(known, 'kk'),
      ru: expressionWords(known, 'ru'),
      en: expressionWords(known, 'en'),
    },
    places,
  );
  let reading: string | undefined;
  return {
    analyse,
    lexicon: createLexicon(known, analyse),
    regions: regionFinder(reference.regions, analyse),
    reading: () => {
      reading ??= readingName(known, places, analyse);
      return reading;
    },
  };
}
