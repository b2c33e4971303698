import { createHash } from 'node:crypto';
import { LANGUAGES } from '../../kernel/language.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import type { Meaning } from '../analysis/expressions.ts';
import { spokenWords } from '../analysis/spoken-words.ts';

/**
 * Names how texts are read: what the analysis makes of every expression and every name of a place that it knows. After a
 * change of the stemmer, the spelling, the stop words, what tells a language, or the taxonomy it is another one, so that
 * what was made of texts elsewhere can be made anew.
 */
export function readingName(
  known: readonly Meaning[],
  placeNames: readonly string[],
  analyse: Analyse,
): string {
  const hash = createHash('sha256');
  const expressions = known.flatMap((one) => LANGUAGES.flatMap((language) => one.expressions[language]));
  for (const text of [...expressions, ...placeNames])
    for (const { sound, stem, role, language } of spokenWords(text, analyse))
      hash.update(`${sound} ${stem} ${role} ${language}\n`);
  return hash.digest('hex').slice(0, 16);
}
