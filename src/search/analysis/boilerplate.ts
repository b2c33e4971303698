import type { WordLanguage } from './language.ts';

/** What a word is to the matter of a text. */
export type WordRole = 'content' | 'stop' | 'boilerplate' | 'address' | 'number';

/** A word as far as this step looks at it. */
export interface PlacedWord {
  readonly spelt: string;
  readonly start: number;
  readonly end: number;
  readonly language: WordLanguage;
}

/**
 * The words that every appeal has and none is about: greetings, forms of address, requests to take measures,
 * thanks, signatures. Given as beginnings of words. Source: the usual letters to authorities in both languages.
 */
const EVERYDAY_RUSSIAN = `здравствуй приветств уважаем прошу просим просьб просил обраща обратил обращени пожалуйст спасибо
благодар заранее уважением заявлени жалоб помогит помоч рассмотр примите принять приняти меры мер мероприят
содейств разобраться разберит направля сообща подпис надеюсь надеемся ответ отвечаем ответил доводим`;
const EVERYDAY_KAZAKH = `саламатсы салеметси сәлеметсі сәлем курметти құрметті отинем өтінем отиниш өтініш сурайм сұрайм
сураймын сұраймыз рахмет рақмет алгыс алғыс көмектес комектес шара шарал хабарласы ескертем арыз шағым шагым жауап
қабылда кабылда жолдайм`;
const EVERYDAY_ENGLISH = 'hello dear please thank thanks regards sincerely request';

const beginnings = (words: string): readonly string[] => words.split(/\s+/);
const EVERYDAY: Readonly<Record<WordLanguage, readonly string[]>> = {
  ru: beginnings(EVERYDAY_RUSSIAN),
  kk: beginnings(EVERYDAY_KAZAKH),
  en: beginnings(EVERYDAY_ENGLISH),
};

/** Whether the word belongs to the form of an appeal rather than to its matter. */
export function isEveryday(word: string, language: WordLanguage): boolean {
  return word.length > 2 && EVERYDAY[language].some((beginning) => word.startsWith(beginning));
}

/** Words that say that a name or a number of an address is near. */
const ADDRESS_RUSSIAN = `ул улица улице улицы улицу улицей пр проспект проспекта проспекте пер переулок переулке мкр мкрн мкн
микрорайон микрорайоне микрорайона бульвар бульваре шоссе наб набережная набережной д дом дома доме кв квартира
квартиры квартире корп корпус корпусе к стр строение литера лит адрес адресу адреса ул-ца`;
const ADDRESS_KAZAKH = `көше көшесі көшесінде көшесінің коше кошеси кошесинде даңғылы дангылы даңғылында ықшамаудан
ыкшамаудан ықшамауданы ықшамауданында шағынаудан шағынауданы үй уй үйі пәтер патер мекенжай мекенжайы мекенжайында`;
const ADDRESS: ReadonlySet<string> = new Set([...beginnings(ADDRESS_RUSSIAN), ...beginnings(ADDRESS_KAZAKH)]);
const STREET =
  /^(?:ул|улиц|пр|просп|пер$|переул|мкр|микрорайон|бульвар|шоссе|наб|көше|коше|даңғыл|дангыл|ықшам|ыкшам|шағынаудан)/;

const NUMBER = /^\p{N}+$/u;
const CAPITAL = /^\p{Lu}/u;

/**
 * The parts of addresses among the words of a text, as a set of their indices: an address word with a number
 * beside it, the numbers behind it, and the capitalised name beside a word for a street.
 */
export function addressParts(words: readonly PlacedWord[], text: string): ReadonlySet<number> {
  const parts = new Set<number>();
  for (const [i, word] of words.entries()) {
    if (!ADDRESS.has(word.spelt)) continue;
    let end = i + 1;
    while (end < words.length && end <= i + 4 && isAddressNumber(words, end, text)) parts.add(end++);
    const street = STREET.test(word.spelt);
    if (end > i + 1 || street) parts.add(i);
    if (street)
      for (const j of [i - 1, end]) if (isName(words[j], text) && near(words, i, j, text)) parts.add(j);
  }
  for (const [i, word] of words.entries())
    if (NUMBER.test(word.spelt) && parts.has(i - 1) && near(words, i - 1, i, text)) parts.add(i);
  return parts;
}

function isAddressNumber(words: readonly PlacedWord[], at: number, text: string): boolean {
  const word = words[at];
  if (word === undefined || !near(words, at - 1, at, text)) return false;
  return NUMBER.test(word.spelt) || (word.spelt.length === 1 && NUMBER.test(words[at - 1]?.spelt ?? ''));
}

function isName(word: PlacedWord | undefined, text: string): boolean {
  return word !== undefined && CAPITAL.test(text.slice(word.start, word.end)) && !NUMBER.test(word.spelt);
}

/** At most a few signs between two words, and no line break: they belong together. */
function near(words: readonly PlacedWord[], a: number, b: number, text: string): boolean {
  const [first, second] = a < b ? [words[a], words[b]] : [words[b], words[a]];
  if (first === undefined || second === undefined) return false;
  return second.start - first.end <= 3 && !text.slice(first.end, second.start).includes('\n');
}
