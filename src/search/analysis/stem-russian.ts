import { stemmer as snowball } from '@orama/stemmers/russian';
import { rootBeforePassive, rootOfFirstPerson } from './russian-alternations.ts';
import { irregularWords } from './russian-irregular.ts';
import { NOMINAL_ENDINGS, nounStems } from './russian-nouns.ts';
import { verbTails } from './russian-verbs.ts';

const WITH_OK: ReadonlySet<string> = new Set(
  `восток исток водосток поток приток отток урок порок пророк зарок оброк широк высок глубок жесток одинок сорок`.split(
    ' ',
  ),
);

const NOUNS = nounStems();
const VERBS = verbTails();
const IRREGULAR = irregularWords((word) => settled(snowball(word)));
/**
 * The stem of a Russian word (lower case, ё as е): Snowball's, with what it leaves apart brought together. Closed
 * classes come first (irregular words, nouns with fleeting vowels, unproductive verbs), then the productive patterns
 * that Snowball does not know, then Snowball, then what its stems still differ by. Stems keep the beginning of the
 * word, so that they can be recognised.
 */
export function stemRussian(word: string): string {
  if (word.length < 3) return IRREGULAR.get(word) ?? word;
  if (word.includes('-')) return word.split('-').map(stemRussian).join('-');
  return IRREGULAR.get(word) ?? nounStem(word) ?? verbStem(word) ?? settled(abstract(word) ?? snowball(word));
}

/** запись is no reflexive, россиян (of россияне) no participle. */
const LIKE_VERBS = /..(?:пись|[нлвдьи]ян)$/;
const LONGEST_ENDING = 4;

function nounStem(word: string): string | undefined {
  const bare = NOUNS.bare.get(word.endsWith('ь') ? word.slice(0, -1) : word);
  if (bare !== undefined) return bare;
  if (LIKE_VERBS.test(word)) return word.replace(/ь$/, '');
  for (let cut = word.length; cut >= Math.max(2, word.length - LONGEST_ENDING); cut--) {
    const stem = NOUNS.inflected.get(word.slice(0, cut));
    if (stem !== undefined && (cut === word.length || NOMINAL_ENDINGS.has(word.slice(cut)))) return stem;
  }
  return undefined;
}

const REFLEXIVE = /(?<=[аеиоуыюяйлтьмх])(?:ся|сь)$/;
const ADJECTIVAL = /(?:[ыи]ми|[оеыи]го|[оеы]му|[ая]я|[оеыи]е|[оуею]ю|[оеыи][йм]|[ыи]х)$/;

function verbStem(written: string): string | undefined {
  const word = written.replace(REFLEXIVE, '');
  const known = listedVerb(word, VERBS.words);
  if (known !== undefined) return known;
  // Without the particle these gerunds cannot be told from adjectives.
  if (/..[ая]ясь$/.test(written)) return word.slice(0, -1);
  const participle = word.replace(ADJECTIVAL, '');
  if (participle !== word && participle.length > 3) {
    const stem = listedVerb(participle, VERBS.participles) ?? participleStem(participle);
    if (stem !== undefined) return stem;
  }
  return patternStem(word) ?? rootOfFirstPerson(word) ?? shortAdjective(word);
}

const PREFIXES: ReadonlySet<string> = new Set(
  `в во вз взо вс вос воз возо вы до за из изо ис на над надо недо о об обо от ото пере по под подо пре пред предо при про
  раз разо рас с со соз у въ съ объ отъ подъ разъ изъ взъ предпри препо пона приот поза не`.split(/\s+/),
);
const LONGEST_PREFIX = 7;

/** A word of the tables, with any prefix before it. */
function listedVerb(word: string, table: ReadonlyMap<string, string>): string | undefined {
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

/** Participles of the productive classes, before their adjectival endings. */
function participleStem(stem: string): string | undefined {
  if (/(?:[лрнчшжщ]|жд)енн$/.test(stem) && stem.length > 5) return passive(stem.slice(0, -3));
  if (/у(?:ющ|ем)$/.test(stem)) return ova(stem.replace(/у(?:ющ|ем)$/, ''));
  if (/[^аоуыэяюи]ющ$/.test(stem)) return stem.slice(0, -2);
  if (/[^аеиоуыэюя]ущ$/.test(stem) && stem.length > 5) return stem.slice(0, -2);
  if (/[^аоуыэяюеи]н(?:увш|ут)$/.test(stem)) return stem.replace(/(?:увш|ут)$/, '');
  if (/..[ая]щ$/.test(stem) && stem.length > 5) return stem.slice(0, -2);
  return /евш$/.test(stem) ? stem.slice(0, -2) : undefined;
}

/** Finite forms of the productive classes that Snowball leaves apart, and what they are cut to. */
function patternStem(word: string): string | undefined {
  if (word.length < 5) return undefined;
  const conjugated = /^(.{2,})у(?:ет|ешь|ем|ете|ют|йте|й)$/.exec(word)?.[1];
  if (conjugated !== undefined) return ova(conjugated);
  if (/(?:ств|ир|из)ую$/.test(word)) return ova(word.slice(0, -2));
  if (/[^аоуыэяюие]н(?:уть|ул[аои]?|ет|ешь|ете|ут)$/.test(word))
    return word.replace(/(?:у[тл].?|е(?:т|шь|те))$/, '');
  if (/.н(?:уть|ул[аои]?)$/.test(word) || PRESENT_N.test(word))
    return word.replace(/(?:у[тл].?|е(?:т|шь|те|м))$/, '');
  if (/..е(?:ть|е[тмш]ь?|ете|ют)$/.test(word)) return word.replace(/(?:ть|е[тмш]ь?|ете|ют)$/, '');
  if (/..(?:[жчшщ]ат|ывая)$/.test(word)) return word.replace(/ат$|я$/, '');
  if (/[^аеиоуыэюя]ьте$/.test(word)) return settled(word.slice(0, -3));
  const short = /^(.{2,}(?:[лрчшжщ]|жд))ен[аоы]?$/.exec(word)?.[1];
  return short === undefined || SHORT_ADJECTIVE.test(word) ? undefined : passive(short);
}

/** Verbs in a vowel and -нуть, in the present: кабинет and планет end like them. */
const PRESENT_N = /(?:тя|вя|ма|мя|ки|дви|сты|то|су|плю|хлы|ри|ги|ка)н(?:ет|ут|ешь|ем|ете)$/;

function passive(stem: string): string {
  return stem.length < 3 ? `${stem}ен` : rootBeforePassive(stem);
}

/** -у- of the present is -ова- in the past, behind ж, ч, ш, щ, ц -ева-. */
function ova(root: string): string {
  return root + (/[жчшщц]$/.test(root) ? 'ева' : 'ова');
}

const SHORT_ADJECTIVE =
  /(?:(?:нуж|долж|важ|слож|мож|деж|точ|проч|сроч|дач|страш|скуч|веч|груст|знач|мрач|проч|смеш|греш|успеш|внеш|ценен)ен|[^вл]ичен|[бсз]ол?ен)$/;
const FLEETING_E = /[бвмпфгкхдтсз]ен$/;

/** Short adjectives of one syllable more than their stem: красен (красн), силен (сильн); also сосен, песен. */
function shortAdjective(word: string): string | undefined {
  if (word.length < 5) return undefined;
  if (/(?:бол|сил|вол)ен$/.test(word)) return `${word.slice(0, -2)}ьн`;
  if (/ствен$/.test(word)) return word;
  if (/(?:вед|нес|вез|мет|плет|чт|спас|тряс)ен$/.test(word)) return undefined;
  return FLEETING_E.test(word) || SHORT_ADJECTIVE.test(word) ? `${word.slice(0, -2)}н` : undefined;
}

/** Nouns in -ость keep it: they are words of their own, not forms of the adjective as Snowball has it. */
function abstract(word: string): string | undefined {
  return /^(.{3,}ост)(?:[ьиья]|ью|ей|ям|ями|ях)$/.exec(word)?.[1];
}

/** What the stems of one word still differ by: fleeting о and е of -ок, -ек, -ец, the -ин of горожанин. */
function settled(stem: string): string {
  if (stem.length < 5) return stem;
  const last = stem.slice(-2);
  if (last === 'ок')
    return /[аеиоуыэюя].*[^аеиоуыэюя]ок$/.test(stem) && !WITH_OK.has(stem) ? `${stem.slice(0, -2)}к` : stem;
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
