import { createHash } from 'node:crypto';
import { LANGUAGES } from '../../kernel/language.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import type { Meaning } from '../analysis/expressions.ts';
import { spokenWords } from '../analysis/spoken-words.ts';

/**
 * Names how texts are read: what the analysis makes of every expression that it knows. After a change of the stemmer, the
 * spelling or the taxonomy it is another one, so that what was made of texts elsewhere can be made anew.
 */
export function readingName(known: readonly Meaning[], analyse: Analyse): string {
  const hash = createHash('sha256');
  for (const { expressions } of known)
    for (const text of LANGUAGES.flatMap((language) => expressions[language]))
      for (const { sound, stem } of spokenWords(text, analyse)) hash.update(`${sound} ${stem}\n`);
  return hash.digest('hex').slice(0, 16);
}
