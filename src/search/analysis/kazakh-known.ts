import { KAZAKH_IRREGULAR } from './kazakh-irregular.ts';
import { foldKazakhLetters } from './kazakh-letters.ts';
import { ELIDED, KAZAKH_NOMINALS } from './kazakh-nominals.ts';
import { type Harmony, harmonyOf, lastVowel } from './kazakh-sounds.ts';
import { KAZAKH_VERBS } from './kazakh-verbs.ts';

/** What endings a stem takes. */
export type StemKind = 'noun' | 'verb';

/** Known stems by their folded letters: бол and бөл are one there. */
const KNOWN = new Map<string, { spelling: string; kind: StemKind; harmony: Harmony | null }[]>();
for (const [kind, stems] of [
  ['noun', KAZAKH_NOMINALS],
  ['verb', KAZAKH_VERBS],
] as const)
  for (const spelling of stems) {
    const key = foldKazakhLetters(spelling);
    const known = KNOWN.get(key);
    const entry = { spelling, kind, harmony: harmonyOf(lastVowel(spelling) ?? '', true) };
    if (known === undefined) KNOWN.set(key, [entry]);
    else known.push(entry);
  }

/**
 * The known stem that the letters stand for, as it is spelt: exactly these letters, or, in a word typed without the
 * Kazakh ones (`exact` false), any that folds to them and has the harmony of the endings. `folded` are the letters of
 * `stem`, folded.
 */
export function knownStem(
  stem: string,
  folded: string,
  kind: StemKind,
  exact: boolean,
  harmony: Harmony | null = null,
): string | undefined {
  const all = KNOWN.get(folded);
  if (all === undefined) return undefined;
  let other: string | undefined;
  for (const known of all) {
    if (known.kind !== kind) continue;
    if (harmony !== null && known.harmony !== null && known.harmony !== harmony) continue;
    if (known.spelling === stem) return stem;
    other ??= known.spelling;
  }
  return exact ? undefined : other;
}

/** Whether a known stem of any kind, or what is left of one that has lost a vowel, has these folded letters. */
export function mayBeKnown(folded: string): boolean {
  return KNOWN.has(folded) || WHOLE_BY_ELIDED.has(folded);
}

const WHOLE_BY_ELIDED: ReadonlyMap<string, string> = new Map(
  ELIDED.map((stem) => [foldKazakhLetters(stem.slice(0, -2) + stem.slice(-1)), stem]),
);

/** орн- is орын: the stem with the vowel that it loses before a vowel, from its folded letters. */
export function withElidedVowel(folded: string): string | undefined {
  return WHOLE_BY_ELIDED.get(folded);
}

const IRREGULAR_FOLDED: ReadonlyMap<string, string> = new Map(
  [...KAZAKH_IRREGULAR].map(([form, stem]) => [foldKazakhLetters(form), stem]),
);

/** The stem of a word of a closed class. */
export function irregularStem(word: string, exact: boolean): string | undefined {
  return KAZAKH_IRREGULAR.get(word) ?? (exact ? undefined : IRREGULAR_FOLDED.get(word));
}
