import type { PlacedWord } from './word-role.ts';

/**
 * Names of people among the words of a text: a patronymic and the capitalised words beside it, initials and the
 * surname beside them, the capitalised words behind "с уважением" or "меня зовут". Only capitalised words are
 * names, so that nothing is lost in a text without capitals.
 * Sources: the forms of names of the civil registry: Фамилия Имя Отчество, Фамилия И. О., and in Kazakh
 * Тегі Аты Әкесінің аты with ұлы and қызы, joined or apart.
 */
const PATRONYMIC =
  /..(?:[ео]вич|ьич|[ео]вн|иничн|ovich|evich|ovn[ay]|evn[ay])(?:[ауы]|ем|ам|ами|ах|a|u|y)?$|...(?:ұлы|улы|uly|қызы|кызы|qyzy|kyzy)(?:н[ыа]|на|ның|нын|мен)?$/;
/** Names of places and streets in the shape of a patronymic are none when a street is meant; see addresses. */
const SON_OR_DAUGHTER = /^(?:ұлы|улы|uly|қызы|кызы|qyzy|kyzy)(?:н[ыа]|на|ның|нын)?$/;
/** What stands before a name: the last word of the introduction. */
const INTRODUCTION: ReadonlySet<string> = new Set(
  'уважением зовут фио подпись заявитель құрметпен курметпен атым есімім есимим өтініш отиниш arizashy'.split(
    ' ',
  ),
);
const CAPITALISED = /^\p{Lu}[\p{L}'’ʼ-]+$/u;
const INITIAL = /^\p{Lu}$/u;
const MOST_NAMES = 2;

/** The indices of words that are names of people. */
export function nameParts(words: readonly PlacedWord[], text: string): ReadonlySet<number> {
  const parts = new Set<number>();
  const shapes = words.map((word) => shapeOf(word, text));
  const capitalised = (i: number) => shapes[i] === 'capitalised';
  const initial = (i: number) => shapes[i] === 'initial';
  /** Nothing but space, and a full stop behind an initial, stands between two parts of a name. */
  const beside = (i: number) => {
    const gap = text.slice(words[i]?.end ?? 0, words[i + 1]?.start ?? 0);
    return gap.length <= 2 && /^[. ]*$/.test(gap) && (gap[0] !== '.' || initial(i));
  };
  const take = (i: number, step: 1 | -1, most: number, of = capitalised) => {
    for (let n = 0, at = i; n < most; n++, at += step) {
      const next = at + step;
      if (!of(next) || !beside(Math.min(at, next))) return;
      parts.add(next);
    }
  };

  for (let i = 0; i < words.length; i++) {
    const spelt = words[i]?.spelt ?? '';
    const son = SON_OR_DAUGHTER.test(spelt) && capitalised(i - 1);
    const besideName = (capitalised(i - 1) && beside(i - 1)) || (capitalised(i + 1) && beside(i));
    if (son || (besideName && capitalised(i) && PATRONYMIC.test(spelt))) {
      parts.add(i);
      take(i, -1, MOST_NAMES + (son ? 1 : 0));
      take(i, 1, 1);
    } else if (initial(i) && !initial(i - 1)) {
      const last = initial(i + 1) && beside(i) ? i + 1 : i;
      const before = capitalised(i - 1) && beside(i - 1);
      const after = capitalised(last + 1) && beside(last);
      // One initial alone may end a sentence (гимназия А. Школа): before a surname it is one, behind it in pairs.
      if (last === i ? !after : !before && !after) continue;
      for (let at = i; at <= last; at++) parts.add(at);
      if (before && last > i) parts.add(i - 1);
      else if (after) parts.add(last + 1);
    } else if (INTRODUCTION.has(spelt) && introduces(text, words[i]?.end ?? 0, words[i + 1]?.start ?? 0)) {
      if (!capitalised(i + 1)) continue;
      parts.add(i + 1);
      take(i + 1, 1, MOST_NAMES);
    }
  }
  return parts;
}

/** What a word may be of a name by its letters: a whole one, or an initial with its full stop. */
function shapeOf({ start, end }: PlacedWord, text: string): 'capitalised' | 'initial' | 'other' {
  const raw = text.slice(start, end);
  if (CAPITALISED.test(raw)) return 'capitalised';
  return INITIAL.test(raw) && text[end] === '.' ? 'initial' : 'other';
}

/** с уважением, Иванов; подпись: Иванов; a line may break between. */
function introduces(text: string, from: number, to: number): boolean {
  return to - from <= 4 && /^[\s,:.–—-]*$/.test(text.slice(from, to));
}
