import type { Language } from '../../kernel/language.ts';
import type { CaseContent, CaseRecord } from '../domain/case-record.ts';
import type { PublishedVersion } from './case-reader.ts';
import type { CaseAddress } from './ports.ts';

/** The API's record of a published revision. */
export function toRecord(
  version: PublishedVersion,
  content: CaseContent,
  language: Language,
  caseAddress: CaseAddress,
): CaseRecord {
  return {
    id: version.id,
    ...content,
    url: caseAddress(version.slug, language),
    status: 'published',
    revision: version.revision,
    createdAt: version.createdAt.toISOString(),
    updatedAt: version.updatedAt.toISOString(),
  };
}
