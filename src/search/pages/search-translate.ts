import { vocabularyMessages } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import { type MessageKey, type Translate, translator } from '../../platform/messages/catalogue.ts';
import { commonMessages } from '../../platform/messages/common/common-messages.ts';
import { searchMessages } from '../messages/search-messages.ts';

/** The texts that the pages of search speak with. */
export type SearchTranslate = Translate<
  | MessageKey<typeof searchMessages>
  | MessageKey<typeof vocabularyMessages>
  | MessageKey<typeof commonMessages>
>;

/** The texts of the pages of search in one language. */
export function searchTranslator(language: Language): SearchTranslate {
  return translator(language, searchMessages, vocabularyMessages, commonMessages);
}
