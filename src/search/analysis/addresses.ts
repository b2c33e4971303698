import type { PlacedWord } from './word-role.ts';

/**
 * Words that say that a name or a number of an address is near. Sources: the usual abbreviations of Russian postal
 * addresses (the order of the ministry of finance on addressing, 171н) and their Kazakh counterparts.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));
const STREETS =
  set(`ул улица улице улицы улицу улицей пр просп проспект проспекта проспекте пер переулок переулке переулка
мкр мкрн мкн мкрн микрорайон микрорайоне микрорайона бульвар бульваре бульвара шоссе наб набережная набережной тупик тупике
көше көшесі көшесінде көшесінің көшесіндегі коше кошеси кошесинде кошесинин кошесиндеги даңғыл даңғылы даңғылында дангылы
дангылында ықшамаудан ықшамауданы ықшамауданында ыкшамаудан ыкшамауданы ыкшамауданында шағынаудан шағынауданы
шағынауданында шагынаудан шагынауданы шагынауданында ulitsa ulica ul prospekt mikrorayon mkr koshesi köşesı daŋğyly`);
const HOUSES =
  set(`д дом дома доме дому кв квартира квартиры квартире корп корпус корпусе к стр строение лит литера лит
үй уй үйі үйде пәтер патер пәтерде dom kv kvartira üi`);
/** Floors and entrances are matter (лифт, подъезд); their numbers are not. */
const NUMBERED = /^(?:подъезд|этаж|қабат|кабат|кіреберіс|киреберис|podezd|etazh)/;
/** The number of these may stand before them, in both languages: 5 мкр, 3 подъезд, 25-үй. */
const NUMBER_BEFORE = /^(?:мкр|микрорайон|ықшам|ыкшам|шағынаудан|шагынаудан|mkr)/;
const KAZAKH_HOUSE = /^(?:үй|уй|пәтер|патер)/;
/** A preposition too: it counts with its full stop, or within an address. */
const AMBIGUOUS = 'к';
/** What is counted in a house, or measured, is no number of the house: в доме 40 квартир. */
const COUNTED =
  /^(?:квартир|этажей|этажа|подъездов|подъезда|сем|человек|жител|лет|год|дн|день|сут|час|недел|месяц|раз|метр|процент|адам|отбасы|пәтер|патер|күн|кун|жыл|ай|рет)/;

const KAZAKH_STREET = /^(?:көше|коше|даң|данғ|данг|ықш|ыкш|шағ|шаг|kö|da)/;
const BEFORE_NAME = /^(?:\. ?| |, |["«„ ]{1,2})$/;
const WITHIN_NAME = /^[ -]$/;

const NUMBER = /^\p{N}/u;
const CAPITAL = /^\p{Lu}/u;
/** Numbers of a house, a block and a flat, with their letters: 25, 25/3, 14 б. */
const MOST_NUMBERS = 3;

/**
 * The parts of addresses among the words of a text, as a set of their indices: the name of a street with its word
 * and its numbers, and the numbers of houses, flats, entrances and floors. `measured` are the words of quantities.
 * The number of a school, of a bus or of a hotline, a sum or a diameter is none.
 */
export function addressParts(
  words: readonly PlacedWord[],
  text: string,
  measured: ReadonlyMap<number, unknown>,
): ReadonlySet<number> {
  const parts = new Set<number>();
  const spelt = (i: number) => words[i]?.spelt ?? '';
  const isNumber = (i: number) => NUMBER.test(spelt(i)) && !isQuantity(i);
  const isQuantity = (i: number) => measured.has(i) || measured.has(i + 1);
  const near = (i: number) => isNear(words[i], words[i + 1], text);

  for (let i = 0; i < words.length; i++) {
    const street = STREETS.has(spelt(i));
    if (street || isHouse(i)) {
      const end = numbersBehind(i);
      if (street || end > i + 1) parts.add(i);
      if (street) for (const j of nameBeside(i, end)) parts.add(j);
      if (NUMBER_BEFORE.test(spelt(i))) numberBefore(i);
    }
    if (NUMBERED.test(spelt(i))) numberBefore(i);
    if (KAZAKH_HOUSE.test(spelt(i)) && (hyphenBefore(i) || parts.has(i - 2))) {
      numberBefore(i);
      if (parts.has(i - 1)) parts.add(i);
    }
    // What goes on from an address with a number belongs to it: улица Абая 25/3, 14.
    if (parts.has(i - 1) && isNumber(i) && near(i - 1) && !COUNTED.test(spelt(i + 1))) parts.add(i);
  }
  return parts;

  function isHouse(i: number): boolean {
    if (!HOUSES.has(spelt(i))) return false;
    return spelt(i) !== AMBIGUOUS || text[words[i]?.end ?? 0] === '.' || parts.has(i - 1);
  }

  /** The end of the numbers behind a word, which are taken in. */
  function numbersBehind(i: number): number {
    let end = i + 1;
    while (end <= i + MOST_NUMBERS && near(end - 1) && (isNumber(end) || isLetterOfHouse(end))) {
      if (COUNTED.test(spelt(end + 1)) && near(end)) break;
      parts.add(end++);
    }
    return end;
  }

  function isLetterOfHouse(i: number): boolean {
    return NUMBER.test(spelt(i - 1)) && /^[а-дa-d]$/.test(spelt(i)) && text[words[i]?.start ?? 0] !== ' ';
  }

  /** The name of a street, of one or two capitalised words: behind its Russian word, before its Kazakh one. */
  function nameBeside(i: number, end: number): number[] {
    for (const step of KAZAKH_STREET.test(spelt(i)) ? ([-1] as const) : ([1, -1] as const)) {
      const names: number[] = [];
      for (let at = step === 1 ? end : i - 1; names.length < 2 && isName(words[at], text); at += step) {
        const gap = text.slice(words[step === 1 ? at - 1 : at]?.end, words[step === 1 ? at : at + 1]?.start);
        if (!(names.length === 0 ? BEFORE_NAME : WITHIN_NAME).test(gap)) break;
        names.push(at);
      }
      if (names.length > 0) return names;
    }
    return [];
  }

  function numberBefore(i: number): void {
    if (i > 0 && near(i - 1) && NUMBER.test(spelt(i - 1))) parts.add(i - 1);
    // 5-й подъезд: the ending of the number stands between.
    else if (i > 1 && measured.has(i - 1) && near(i - 1) && NUMBER.test(spelt(i - 2))) parts.add(i - 2);
  }

  function hyphenBefore(i: number): boolean {
    return text.slice(words[i - 1]?.end ?? 0, words[i]?.start) === '-';
  }
}

function isName(word: PlacedWord | undefined, text: string): boolean {
  if (word === undefined || NUMBER.test(word.spelt)) return false;
  return word.spelt.length > 2 && CAPITAL.test(text.slice(word.start, word.end));
}

/** At most a few signs between two words, and no line break or end of a sentence: they belong together. */
function isNear(first: PlacedWord | undefined, second: PlacedWord | undefined, text: string): boolean {
  if (first === undefined || second === undefined) return false;
  return second.start - first.end <= 3 && !/[\n!?;]/.test(text.slice(first.end, second.start));
}
