import { stringify } from 'yaml';
import type { Language } from '../../kernel/language.ts';
import type { CaseContent, Sections } from '../domain/case-record.ts';
import { SECTION_HEADINGS } from '../domain/section-headings.ts';
import { SECTIONS } from '../domain/vocabulary.ts';

/**
 * A case as the file of its original language: the record in the front matter, the write-up below. Read again, it
 * gives the same content; what the format fills in by itself is left out.
 */
export function printCaseFile(id: string, content: CaseContent): string {
  const { slug: _isTheFileName, originalLanguage, translations, ...record } = content;
  const original = translations[originalLanguage];
  const front = {
    id,
    language: originalLanguage,
    title: original?.title,
    summary: original?.summary,
    ...record,
  };
  return printFile(originalLanguage, prune(front), original?.sections ?? {});
}

/** A translation as the file beside the original; undefined where there is none. */
export function printTranslationFile(language: Language, content: CaseContent): string | undefined {
  const translation = content.translations[language];
  if (translation === undefined || language === content.originalLanguage) return undefined;
  const { title, summary, sections, origin, basedOnRevision } = translation;
  return printFile(
    language,
    prune({ language, translation: origin, title, summary, basedOnRevision }),
    sections,
  );
}

function printFile(language: Language, front: unknown, sections: Sections): string {
  const body = SECTIONS.flatMap((section) => {
    const text = sections[section];
    return text === undefined
      ? []
      : [`## ${SECTION_HEADINGS[language][section]} {#${section}}\n\n${text.trim()}\n`];
  });
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${body.join('\n')}`;
}

/** Values that the schema fills in where nothing is said. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  qualifier: 'exact',
  inferred: false,
  confidence: 'unverified',
};

/** The value without nulls, defaults and what is empty. */
function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, item]) => [key, prune(item)] as const)
    .filter(([key, item]) => item !== undefined && !isEmpty(item) && DEFAULTS[key] !== item);
  return Object.fromEntries(kept);
}

function isEmpty(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
