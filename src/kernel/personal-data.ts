/**
 * What would point to a private person (Law 94-V of 21 May 2013), by kind. An IIN is 12 digits and need not hold a
 * date; a BIN looks the same and is not personal, so digits pass where the text calls them a BIN.
 */
export const PERSONAL_DATA = {
  // Фамилия Имя Отчество, in any order: a patronymic is enough.
  patronymic: /\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:ович|евич|овна|евна|ична|улы|ұлы|кызы|қызы)(?!\p{L})/u,
  // И. О. Фамилия and Фамилия И. О.
  initials:
    /(?<!\p{L})\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}{2,}|\p{Lu}\p{Ll}{2,}\s\p{Lu}\.\s?\p{Lu}\.(?!\p{L})/u,
  iin: /(?<!\d)(?<!(?:БИН|БСН|BIN)\s{0,2})\d{12}(?!\d)/u,
  phone: /(?<!\d)(?:\+7|8)[\s(-]*7\d{2}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/u,
  email: /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/u,
  card: /(?<!\d)\d{4}[\s-]\d{4}[\s-]\d{4}[\s-]\d{4}(?!\d)/u,
} as const satisfies Readonly<Record<string, RegExp>>;

/** The same in any case of the declension, with the names around it: what looks like one may be masked, not forbidden. */
const NAMED =
  /(?:\p{Lu}\p{Ll}+\s+){1,2}(?!Деревн|Уровн)\p{Lu}\p{Ll}+(?:[ое]вич(?:а|у|е|ем)?|(?:[ое]вн|ичн)[аыеу]|(?:[уұ]лы|[кқ]ызы)(?:на|н[ыа]|н[ыа]н|ның|мен)?)(?!\p{L})(?:\s+\p{Lu}\p{Ll}+)?/gu;
/**
 * Numbers of houses and flats: the word before or behind (дом 14а, кв. 5, 14-й дом, 14-үй, 5 пәтер), a street (ул. Абая
 * 14/2), a name by which a street is meant (на Абая 14; Абая 14, 5.), or the look of the numbers alone (14/25, 14-25.).
 */
const HOUSE = String.raw`\d{1,4}(?:\s?[/-]\s?\d{1,4})?(?:\s?[абвгдabcdАБВГДABCD](?![\p{L}\d]))?`;
const BEFORE = String.raw`(?:д|дом[ауе]?|кв|квартир[аыуе]|корп(?:ус)?|house|flat|apt)[\s.,№#]{0,3}(?:(?:номер|нөмірі?|номири?)\s)?`;
const BEHIND = String.raw`(?:-?(?:й|го|му|м))?[\s-]?(?:үй|уй|пәтер|патер|дом|квартир|кв(?!\p{L}))`;
const STREET =
  '(?:ул|улиц[аеыу]|пр|проспект[ае]?|пер|переул[а-я]*|мкрн?|микрорайон[ае]?|көшесі|коше|даңғылы)';
const NAME = String.raw`\p{Lu}\p{Ll}+(?:\s(?:батыра?|би|хана?|ата))?(?:,\s?|\s)`;
const CLOSED = String.raw`(?=\s*(?:[.,;!?)\n]|$))`;
const HOME: readonly RegExp[] = [
  new RegExp(String.raw`(?<=(?<!\p{L})${BEFORE})${HOUSE}`, 'giu'),
  new RegExp(String.raw`(?<!\d)${HOUSE}(?=${BEHIND})`, 'giu'),
  new RegExp(
    String.raw`(?<=(?<!\p{L})${STREET}[\s.,]{1,3}(?:[\p{L}.-]+\s){0,3}[\s,№]{0,2})${HOUSE}(?![\p{L}\d])`,
    'giu',
  ),
  new RegExp(String.raw`(?<=(?<!\p{L})(?:[Нн]а|[Пп]о|[Уу])\s${NAME})${HOUSE}(?![\p{L}\d])`, 'gu'),
  new RegExp(String.raw`(?<=${NAME})${HOUSE}(?:,\s?\d{1,4})?${CLOSED}`, 'gu'),
  new RegExp(String.raw`(?<=\p{L}\s)\d{1,4}(?:\s?/\s?\d{1,4}(?!\d)|-\d{1,4}${CLOSED})`, 'gu'),
];
/** Seven digits and more, however they are grouped: telephones of any city, accounts, documents. */
const LONG_NUMBER = /(?<!\d)\+?\d(?:[\s().-]{0,2}\d){6,}(?!\d)/gu;
const MASKED = '***';

/**
 * The text with everything that would point to a person or a home replaced by `***`. Masks rather too much (a large
 * sum of money looks like an account): for texts that leave the machine, not for those that are kept.
 */
export function maskPersonalData(text: string): string {
  const guards = Object.values(PERSONAL_DATA).map((pattern) => new RegExp(pattern, 'gu'));
  return [NAMED, ...guards, LONG_NUMBER, ...HOME].reduce(
    (masked, pattern) => masked.replaceAll(pattern, MASKED),
    text,
  );
}
