import type { AnalysedText } from '../analysis/analyse-text.ts';
import type { WordRole } from '../analysis/word-role.ts';
import type { RankingParameters } from '../ranking/parameters.ts';

/**
 * What the words of a text weigh by their role. In a text with enough matter the rest (greetings, addresses, names,
 * dates) weighs nothing; in a shorter one it may be all there is to go by; and in one that has nothing else it
 * counts as matter.
 */
export function roleWeights(
  { words }: Pick<AnalysedText, 'words'>,
  { role, enoughMatter }: RankingParameters,
): Readonly<Record<WordRole, number>> {
  const matter = new Set(words.flatMap((word) => (word.role === 'content' ? [word.term] : [])));
  if (matter.size >= enoughMatter) return { ...NOTHING, content: role.content, number: role.number };
  if (words.some((word) => role[word.role] > 0)) return role;
  return { ...role, boilerplate: 1, address: 1, name: 1, date: 1, contact: 1 };
}

const NOTHING: Readonly<Record<WordRole, number>> = {
  content: 0,
  number: 0,
  stop: 0,
  boilerplate: 0,
  address: 0,
  name: 0,
  date: 0,
  contact: 0,
};
