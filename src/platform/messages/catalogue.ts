import { IntlMessageFormat } from 'intl-messageformat';
import type { Language, Localized } from '../../kernel/language.ts';

/** Texts for people under their keys, in ICU MessageFormat, in the three languages. */
export type Catalogue<Key extends string = string> = Localized<Readonly<Record<Key, string>>>;

/** The texts of one language: exactly the keys of the model, which is the Russian file. */
export type Messages<Model> = Readonly<Record<keyof Model & string, string>>;

/** What fills the places of a message: numbers for plurals, everything else as it is to stand there. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** A text in one language, with its places filled. */
export type Translate<Key extends string> = (key: Key, params?: MessageParams) => string;

/** The keys of a catalogue, or of several. */
export type MessageKey<C> = C extends Catalogue<infer Key> ? Key : never;

/** Joins the three languages of a catalogue; Russian is the model, the others have exactly its keys. */
export function defineMessages<const Model extends Readonly<Record<string, string>>>(languages: {
  ru: Model;
  kk: Messages<Model>;
  en: Messages<Model>;
}): Catalogue<keyof Model & string> {
  return languages;
}

/**
 * The texts of one or several catalogues in one language. Keys are checked by type; where two catalogues share
 * a key, the first one given wins.
 */
export function translator<const C extends readonly Catalogue<never>[]>(
  language: Language,
  ...catalogues: C
): Translate<MessageKey<C[number]>> {
  const texts: readonly Readonly<Record<string, string>>[] = catalogues.map((one) => one[language]);
  return (key, params) => {
    for (const one of texts) {
      const text = one[key];
      if (text !== undefined) return formatMessage(language, text, params);
    }
    return key;
  };
}

const compiled = new Map<string, IntlMessageFormat>();
const MARKUP = /[{}']/;

/** A message with its places filled; what has no places is given back unread. */
export function formatMessage(language: Language, message: string, params?: MessageParams): string {
  if (!MARKUP.test(message)) return message;
  const id = `${language}:${message}`;
  let format = compiled.get(id);
  if (format === undefined) {
    format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    compiled.set(id, format);
  }
  const result = format.format<string>(params);
  return typeof result === 'string' ? result : String(result);
}
