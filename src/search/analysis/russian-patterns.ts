import { rootBeforePassive } from './russian-alternations.ts';
import { settled } from './russian-settled.ts';

/**
 * The productive patterns of Russian verbs and short adjectives that Snowball leaves apart: -овать and -ую, -нуть and
 * -нет, -еть and -еет, participles, красен. Source: Русская грамматика, 1980 (productive classes,
 * participles, short adjectives). ё is spelt е.
 */

/** Participles of the productive classes, before their adjectival endings. */
export function participleStem(stem: string): string | undefined {
  if (/(?:[лрнчшжщ]|жд)енн$/.test(stem) && stem.length > 5) return passive(stem.slice(0, -3));
  if (/у(?:ющ|ем)$/.test(stem)) return ova(stem.replace(/у(?:ющ|ем)$/, ''));
  if (/[^аоуыэяюи]ющ$/.test(stem)) return stem.slice(0, -2);
  if (/[^аеиоуыэюя]ущ$/.test(stem) && stem.length > 5) return stem.slice(0, -2);
  if (/[^аоуыэяюеи]н(?:увш|ут)$/.test(stem)) return stem.replace(/(?:увш|ут)$/, '');
  if (/...[ая]щ$/.test(stem)) return stem.slice(0, -2);
  return /евш$/.test(stem) ? stem.slice(0, -2) : undefined;
}

/** Finite forms of the productive classes that Snowball leaves apart, and what they are cut to. */
export function patternStem(word: string): string | undefined {
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
export function shortAdjective(word: string): string | undefined {
  if (word.length < 5) return undefined;
  if (/(?:бол|сил|вол)ен$/.test(word)) return `${word.slice(0, -2)}ьн`;
  if (/ствен$/.test(word)) return word;
  if (/(?:вед|нес|вез|мет|плет|чт|спас|тряс)ен$/.test(word)) return undefined;
  return FLEETING_E.test(word) || SHORT_ADJECTIVE.test(word) ? `${word.slice(0, -2)}н` : undefined;
}
