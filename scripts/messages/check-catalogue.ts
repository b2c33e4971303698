import { IntlMessageFormat } from 'intl-messageformat';

/** A catalogue as it stands in `src`: the same keys in three languages. */
export type Catalogue = Readonly<Record<Language, Readonly<Record<string, string>>>>;
type Language = 'ru' | 'kk' | 'en';
const LANGUAGES: readonly Language[] = ['ru', 'kk', 'en'];

/** Words that Kazakh and Russian write alike: names and loans, in small letters. */
const SAME_IN_KAZAKH = new Set(['бюджет', 'техника', 'markdown', 'json', 'шешім']);
/** Keys whose texts name a language in itself and stand alike everywhere. */
const SELF_NAMED = /^(?:site\.name|language\.(?:kk|ru|en))$/;
const KAZAKH_ONLY = /[әғқңөұүһі]/i;
const CYRILLIC = /[\u0400-\u04ff]/;
const LATIN_WORD = /[a-z]{2,}/i;

/** Everything that is wrong with a catalogue, one sentence each; none when it is right. */
export function checkCatalogue(catalogue: Catalogue): string[] {
  const keys = new Set(LANGUAGES.flatMap((language) => Object.keys(catalogue[language])));
  return [...keys].flatMap((key) => [
    ...LANGUAGES.flatMap((language) => checkText(catalogue, language, key)),
    ...checkAgainstRussian(catalogue, key),
  ]);
}

function checkText(catalogue: Catalogue, language: Language, key: string): string[] {
  const text = catalogue[language][key];
  if (text === undefined) return [`${language} has no "${key}"`];
  if (text.trim() === '') return [`${language} "${key}" is empty`];
  if (text !== text.trim() || /[^\S\n]{2,}/.test(text)) return [`${language} "${key}" has stray spaces`];
  const read = argumentsOf(language, text);
  if ('error' in read) return [`${language} "${key}" is not an ICU message: ${read.error}`];
  return checkScript(language, key, read.words);
}

/** Whether the words are written in the letters of their language. */
function checkScript(language: Language, key: string, words: string): string[] {
  if (SELF_NAMED.test(key)) return [];
  if (language === 'en' && CYRILLIC.test(words)) return [`en "${key}" has Cyrillic letters`];
  if (language === 'ru' && KAZAKH_ONLY.test(words.replaceAll('Шешім', '')))
    return [`ru "${key}" has Kazakh letters`];
  if (language !== 'en' && !CYRILLIC.test(words) && LATIN_WORD.test(words))
    return SAME_IN_KAZAKH.has(words.trim().toLowerCase())
      ? []
      : [`${language} "${key}" has no Cyrillic letters`];
  return [];
}

function checkAgainstRussian(catalogue: Catalogue, key: string): string[] {
  const { ru, kk, en } = { ru: catalogue.ru[key], kk: catalogue.kk[key], en: catalogue.en[key] };
  if (ru === undefined || kk === undefined || en === undefined) return [];
  const problems: string[] = [];
  const wanted = argumentsOf('ru', ru);
  for (const [language, text] of [
    ['kk', kk],
    ['en', en],
  ] as const) {
    const given = argumentsOf(language, text);
    if (!('error' in wanted) && !('error' in given) && wanted.names.join() !== given.names.join())
      problems.push(
        `${language} "${key}" uses {${given.names.join(', ')}}, ru uses {${wanted.names.join(', ')}}`,
      );
  }
  const words = 'error' in wanted ? ru : wanted.words;
  const untranslated = ru === kk && CYRILLIC.test(words) && !SELF_NAMED.test(key);
  if (untranslated && !SAME_IN_KAZAKH.has(ru.toLowerCase())) problems.push(`kk "${key}" is the Russian text`);
  return problems;
}

/** The names of a message's places in alphabetical order, and its words without them. */
function argumentsOf(
  language: Language,
  text: string,
): { names: string[]; words: string } | { error: string } {
  const names = new Set<string>();
  const words: string[] = [];
  const walk = (elements: readonly unknown[]): void => {
    for (const element of elements) {
      if (typeof element !== 'object' || element === null || !('type' in element)) continue;
      const value = 'value' in element && typeof element.value === 'string' ? element.value : undefined;
      if (element.type === LITERAL && value !== undefined) words.push(value);
      else if (value !== undefined) names.add(value);
      if ('options' in element && typeof element.options === 'object' && element.options !== null)
        for (const option of Object.values(element.options)) if (hasParts(option)) walk(option.value);
    }
  };
  try {
    walk(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst());
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
  return { names: [...names].sort(), words: words.join('') };
}

/** The type of plain words in the syntax tree of @formatjs/icu-messageformat-parser. */
const LITERAL = 0;

function hasParts(option: unknown): option is { value: readonly unknown[] } {
  return typeof option === 'object' && option !== null && 'value' in option && Array.isArray(option.value);
}
