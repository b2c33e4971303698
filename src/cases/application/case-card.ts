import type { Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseCard } from '../domain/case-card.ts';
import type { PublishedRow } from './case-reader.ts';
import type { CaseAddress } from './ports.ts';

/** The card of a published row, with names in the language of the answer. */
export function toCard(
  row: PublishedRow,
  language: Language,
  { reference, caseAddress }: { reference: Reference; caseAddress: CaseAddress },
): CaseCard {
  const owner = row.owner === null ? undefined : reference.institution(row.owner);
  return {
    id: row.id,
    slug: row.slug,
    url: caseAddress(row.slug, language),
    title: row.title,
    summary: row.summary,
    titleLanguage: row.titleLanguage,
    region: { code: row.region, name: reference.region(row.region)?.name[language] ?? row.region },
    category: { code: row.category, name: reference.category(row.category)?.name[language] ?? row.category },
    institution: owner ? { id: owner.id, name: owner.name[language] } : null,
    outcome: row.outcome,
    confidence: row.confidence,
    year: row.year,
    resolvedOn: row.resolvedOn,
    money:
      row.costAmount === null || row.costKind === null
        ? null
        : { amount: row.costAmount, kind: row.costKind },
    durationDays:
      row.durationMin === null || row.durationMax === null
        ? null
        : { min: row.durationMin, max: row.durationMax },
    adoptions: { total: 0, worked: 0 },
  };
}
