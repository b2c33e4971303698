import type { Region } from './reference.ts';

/** Words that say what kind of place a name means; they may be left out or abbreviated. */
export const PLACE_KINDS = {
  region: ['область', 'обл', 'облыс', 'облысы', 'oblast', 'oblysy', 'region', 'reg', 'province'],
  city: ['город', 'гор', 'г', 'кала', 'каласы', 'city', 'qalasy'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type PlaceKind = keyof typeof PLACE_KINDS;

/** Kazakh letters that people type with their Russian neighbours; marks above letters are dropped before. */
const PLAIN: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ı: 'i',
};

type Kind = PlaceKind | 'any';

/** What a name says, whatever its case, punctuation, ё or Kazakh letters. */
function readName(name: string): { kind: Kind; words: string } {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[әғқңөұүһіı]/g, (letter) => PLAIN[letter] ?? letter);
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const kindOf = (word: string): Kind => {
    if (isAmong(PLACE_KINDS.region, word)) return 'region';
    return isAmong(PLACE_KINDS.city, word) ? 'city' : 'any';
  };
  const rest = words.filter((word) => kindOf(word) === 'any');
  const kind = words.map(kindOf).find((found) => found !== 'any') ?? 'any';
  return { kind, words: rest.join('') };
}

function isAmong(words: readonly string[], word: string): boolean {
  return words.includes(word);
}

/** One string for all spellings of a name that {@link regionResolver} takes for the same; empty for no name. */
export function regionNameKey(name: string): string {
  const { kind, words } = readName(name);
  return words === '' ? '' : `${kind}:${words}`;
}

/** Every code and name that means the region. */
export function namesOfRegion({ code, name, short, aliases, splitAliases }: Region): string[] {
  return [code, ...Object.values(name), ...Object.values(short), ...aliases, ...splitAliases];
}

export interface ResolvedRegion {
  readonly region: Region;
  /** The code is one of before 2022 and now covers less than it did. */
  readonly warning: 'split-in-2022' | null;
}

/**
 * Finds the region that a code, an older code or a name means. `Алматы` is the city and `Алматы обл.` the region;
 * where only one is known, `Костанай обл`, `г. Костанай` and `Костанай` are the same.
 */
export function regionResolver(regions: readonly Region[]): (name: string) => ResolvedRegion | undefined {
  const known = new Map<string, ResolvedRegion>();
  for (const region of regions) {
    for (const name of namesOfRegion(region)) {
      const key = regionNameKey(name);
      const warning = region.splitAliases.includes(name) ? 'split-in-2022' : null;
      if (key !== '' && !known.has(key)) known.set(key, { region, warning });
    }
  }
  return (name) => {
    const { kind, words } = readName(name);
    const others: Kind[] = kind === 'any' ? ['region', 'city'] : ['any'];
    return [kind, ...others]
      .map((tried) => known.get(`${tried}:${words}`))
      .find((found) => found !== undefined);
  };
}
