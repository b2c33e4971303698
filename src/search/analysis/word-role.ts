import type { WordLanguage } from './language.ts';

/**
 * What a word is to the matter of a text. `boilerplate` is the form of an appeal (greetings, requests, thanks),
 * `contact` what leads to a person (telephones, mail, IIN), `name` a person's name, `date` a day or a time of day.
 */
export type WordRole =
  | 'content'
  | 'number'
  | 'stop'
  | 'boilerplate'
  | 'address'
  | 'name'
  | 'date'
  | 'contact';

/** A word as spelt, in its place: UTF-16 units of the text. */
export interface PlacedWord {
  readonly spelt: string;
  readonly start: number;
  readonly end: number;
  readonly language: WordLanguage;
}
