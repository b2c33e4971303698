/**
 * The prefixes of Russian verbs, spelt as they stand before any sound. Source: Русская грамматика, 1980.
 */
const PREFIXES: ReadonlySet<string> = new Set(
  `в во вз взо вс вос воз возо вы до за из изо ис на над надо недо о об обо от ото пере по под подо пре пред предо при про
  раз разо рас с со соз у въ съ объ отъ подъ разъ изъ взъ предпри препо пона приот поза не`.split(/\s+/),
);
const LONGEST_PREFIX = 7;

/** A word of the tables, with any prefix before it. */
export function listedVerb(word: string, table: ReadonlyMap<string, string>): string | undefined {
  const bare = table.get(word);
  if (bare !== undefined) return bare;
  for (let cut = 1; cut <= LONGEST_PREFIX && cut < word.length - 1; cut++) {
    const stem = table.get(word.slice(cut));
    const prefix = word.slice(0, cut);
    if (stem === undefined || !PREFIXES.has(prefix) || !joins(prefix, word.slice(cut))) continue;
    return (MOVABLE_O.has(stem) ? prefix.replace(/(?<=[дзт])о$/, '').replace(/^со$/, 'с') : prefix) + stem;
  }
  return undefined;
}

/** Verbs whose prefix has о before one of their two stems only: разбить, разобью; разобрать, разберу. */
const MOVABLE_O: ReadonlySet<string> = new Set('бра дра зва стла пи би ви ли ши'.split(' '));

/** ехать takes prefixes in a vowel or ъ (обед is none of its forms); разо- stands before бью, not before бил. */
function joins(prefix: string, tail: string): boolean {
  if (tail.startsWith('е')) return /[аеиоуыъ]$/.test(prefix);
  return !/^(?:[бвлпш]и)/.test(tail) || !/(?:[дзт]|^в|^с)о$/.test(prefix);
}
