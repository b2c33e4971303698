import type { Analyse } from '../analysis/analyse-text.ts';
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
  const begun = typed.map(({ sound, stem }, i) => (i === typed.length - 1 ? sound : stem));
  for (const [at, first] of words.entries()) {
    const last = words[at + begun.length - 1];
    if (last === undefined) return null;
    if (!begun.every((sound, i) => soundsLike(words[at + i], sound))) continue;
    return title.slice(first.start, last.end);
  }
  return null;
}

function soundsLike(word: Parameters<typeof soundOf>[0] | undefined, begun: string): boolean {
  return word !== undefined && soundOf(word).startsWith(begun);
}
