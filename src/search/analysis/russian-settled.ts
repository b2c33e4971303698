/**
 * What the stems of one Russian word still differ by once Snowball has cut them. Source: Русская грамматика, 1980
 * (fleeting vowels of -ок, -ек, -ец; горожанин, горожане).
 */

/** Stems in -ок that keep their о. */
const WITH_OK: ReadonlySet<string> = new Set(
  `восток исток водосток поток приток отток урок порок пророк зарок оброк широк высок глубок жесток одинок сорок`.split(
    ' ',
  ),
);

/** A stem of two syllables or more (срок, блок keep their о). */
const CONSONANT_OK = /^[^аеиоуыэюя]*[аеиоуыэюя].*[^аеиоуыэюя]ок$/;

/** The stem without the fleeting о and е of -ок, -ек, -ец, and without the -ин of горожанин. */
export function settled(stem: string): string {
  if (stem.length < 5) return stem;
  const last = stem.slice(-2);
  if (last === 'ок') return CONSONANT_OK.test(stem) && !WITH_OK.has(stem) ? `${stem.slice(0, -2)}к` : stem;
  if (last === 'ек') return withoutE(stem, 'к');
  if (last === 'ец') return withoutE(stem, 'ц');
  return /[ая]нин$/.test(stem) ? stem.slice(0, -2) : stem;
}

function withoutE(stem: string, final: string): string {
  const before = stem.slice(0, -2);
  if (/[аеоиу]$/.test(before)) return `${before}й${final}`;
  if (/[лн]$/.test(before) && (final === 'к' || before.endsWith('л'))) return `${before}ь${final}`;
  return final === 'ц' || /[чшж]$/.test(before) ? before + final : stem;
}

/** Nouns in -ость keep it: they are words of their own, not forms of the adjective as Snowball has it. */
export function abstractNoun(word: string): string | undefined {
  return /^(.{3,}ост)(?:[ьиья]|ью|ей|ям|ями|ях)$/.exec(word)?.[1];
}
