import { z } from 'zod';
import { language } from '../../kernel/language.ts';
import { partialDate } from '../../kernel/partial-date.ts';
import { confidence, moneyKind, outcome } from './vocabulary.ts';

const named = z.strictObject({ code: z.string(), name: z.string() });

/** A case as lists and hits show it, its texts in the language of the answer where they exist in it. */
export const caseCard = z
  .strictObject({
    id: z.uuid(),
    slug: z.string(),
    url: z.string(),
    title: z.string(),
    summary: z.string(),
    titleLanguage: language,
    region: named,
    category: named,
    institution: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    outcome,
    confidence,
    year: z.int().nullable(),
    resolvedOn: partialDate.nullable(),
    money: z.strictObject({ amount: z.int(), kind: moneyKind }).nullable(),
    durationDays: z.strictObject({ min: z.int(), max: z.int() }).nullable(),
    adoptions: z.strictObject({ total: z.int(), worked: z.int() }),
  })
  .meta({ id: 'CaseCard' });
export type CaseCard = z.infer<typeof caseCard>;
