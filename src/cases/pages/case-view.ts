import type { Language } from '../../kernel/language.ts';
import { type MessageKey, type Translate, translator } from '../../platform/messages/catalogue.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseRecord } from '../domain/case-record.ts';
import { casePageMessages } from '../messages/case-page-messages.ts';
import { vocabularyMessages } from '../messages/vocabulary/vocabulary-messages.ts';
import { type CaseTexts, caseTexts, langOf } from './case-texts.ts';

/** What the parts of a case page are drawn from. */
export interface CaseView {
  readonly record: CaseRecord;
  readonly texts: CaseTexts;
  readonly language: Language;
  readonly reference: Reference;
  readonly t: Translate<MessageKey<typeof casePageMessages | typeof vocabularyMessages>>;
  /** The `lang` attribute of the record's items, where they are in another language than the page. */
  readonly itemLang: Language | undefined;
}

/** The record with the texts that a reader of the language gets. */
export function caseView(record: CaseRecord, language: Language, reference: Reference): CaseView {
  const texts = caseTexts(record, language);
  return {
    record,
    texts,
    language,
    reference,
    t: translator(language, casePageMessages, vocabularyMessages),
    itemLang: langOf(texts.itemLanguage, language),
  };
}
