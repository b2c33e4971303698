import type { Analyse, AnalysedWord } from '../analysis/analyse-text.ts';
import { type SpokenWord, soundOf } from '../analysis/spoken-words.ts';

/**
 * The places of titles where the typed words stand one after the other, as they are written there: `уборк сн` goes on to
 * "уборку снега". Words that carry no matter may stand between. The commonest first, else in the order of the titles.
 */
export function titleFragments(
  titles: readonly string[],
  typed: readonly SpokenWord[],
  analyse: Analyse,
): string[] {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const fragment = fragmentOf(title, typed, analyse);
    if (fragment !== null) counts.set(fragment, (counts.get(fragment) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([fragment]) => fragment);
}

function fragmentOf(title: string, typed: readonly SpokenWord[], analyse: Analyse): string | null {
  const words = analyse(title).words.filter(({ role }) => role !== 'stop');
  for (const [at, first] of words.entries()) {
    const last = words[at + typed.length - 1];
    if (last === undefined) return null;
    if (!typed.every((word, i) => fits(words[at + i], word, i === typed.length - 1))) continue;
    return title.slice(first.start, last.end);
  }
  return null;
}

/** The last word goes on from what was typed; those before are of its stem, or begin with it. */
function fits(word: AnalysedWord | undefined, { sound, stem }: SpokenWord, last: boolean): boolean {
  if (word === undefined) return false;
  if (last) return soundOf(word).startsWith(sound);
  return word.term === stem || soundOf(word).startsWith(stem);
}
