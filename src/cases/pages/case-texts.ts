import type { Language } from '../../kernel/language.ts';
import type { CaseContent, Sections } from '../domain/case-record.ts';

/** The texts of a case as a page in one language shows them, and what has to be said about their language. */
export interface CaseTexts {
  readonly title: string;
  readonly summary: string;
  readonly sections: Sections;
  /** The language of title and summary, and that of the sections. */
  readonly headLanguage: Language;
  readonly bodyLanguage: Language;
  /** The language of steps, sums, facts and sources. */
  readonly itemLanguage: Language;
  readonly notice: 'missing' | 'body-missing' | null;
  readonly isMachine: boolean;
  readonly isOutdated: boolean;
}

/** The translation of that language where there is one, the original for what is missing in it. */
export function caseTexts(
  record: Pick<CaseContent, 'translations' | 'originalLanguage'> & { readonly revision: number },
  language: Language,
): CaseTexts {
  const { originalLanguage, translations } = record;
  const original = translations[originalLanguage];
  const own = translations[language];
  const head = own ?? original;
  const hasBody = own !== undefined && Object.keys(own.sections).length > 0;
  const originalHasBody = original !== undefined && Object.keys(original.sections).length > 0;
  const bodyIsOwn = hasBody || !originalHasBody;
  return {
    title: head?.title ?? '',
    summary: head?.summary ?? '',
    sections: (bodyIsOwn ? head?.sections : original?.sections) ?? {},
    headLanguage: own ? language : originalLanguage,
    bodyLanguage: own && bodyIsOwn ? language : originalLanguage,
    itemLanguage: originalLanguage,
    notice: own === undefined ? 'missing' : bodyIsOwn ? null : 'body-missing',
    isMachine: own?.origin === 'machine',
    isOutdated: own !== undefined && own.basedOnRevision !== null && own.basedOnRevision < record.revision,
  };
}

/** The `lang` attribute of a text in the page: only where it differs. */
export function langOf(text: Language, page: Language): Language | undefined {
  return text === page ? undefined : text;
}
