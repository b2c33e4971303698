import { z } from 'zod';

/** The closed lists of the case record, each written once; their names for people stand in the catalogues. */

/** How a case ended; `withdrawn` is under public pressure. */
export const OUTCOMES = [
  'resolved',
  'partially-resolved',
  'alternative-solution',
  'in-progress',
  'postponed',
  'refused',
  'withdrawn',
  'referendum',
] as const;
export const outcome = z.enum(OUTCOMES).meta({ id: 'Outcome', description: 'How the case ended' });
export type Outcome = z.infer<typeof outcome>;

/** Outcomes that explain themselves; every other one needs a reason, or the word `unknown`. */
export const OUTCOMES_WITHOUT_REASON: readonly Outcome[] = ['resolved', 'in-progress'];

export const STEP_KINDS = [
  'demand-noticed',
  'plan-announced',
  'decision',
  'budget-approved',
  'tender-announced',
  'bids-closed',
  'tender-awarded',
  'contract-signed',
  'contract-ended',
  'works-started',
  'works-finished',
  'inspection',
  'result-measured',
  'incident',
  'protest',
  'hearing',
  'vote',
  'court-ruling',
  'rule-changed',
  'suspended',
  'cancelled',
  'status-reported',
] as const;
export const stepKind = z
  .enum(STEP_KINDS)
  .meta({ id: 'StepKind', description: 'What a step of the timeline is' });
export type StepKind = z.infer<typeof stepKind>;

/** The kinds from decision to result-measured: only these feed durations. */
export const DURATION_KINDS: readonly StepKind[] = STEP_KINDS.slice(
  STEP_KINDS.indexOf('decision'),
  STEP_KINDS.indexOf('result-measured') + 1,
);

/** Unverified: from public sources. Verified: the institution confirms. Outdated: flagged, or the law has changed. */
export const CONFIDENCES = ['unverified', 'verified', 'outdated'] as const;
export const confidence = z.enum(CONFIDENCES).meta({ id: 'Confidence' });
export type Confidence = z.infer<typeof confidence>;

export const STATUSES = ['draft', 'in-review', 'returned', 'published', 'archived'] as const;
export const status = z.enum(STATUSES).meta({ id: 'CaseStatus' });
export type CaseStatus = z.infer<typeof status>;

export const QUALIFIERS = ['exact', 'about', 'moreThan', 'upTo'] as const;
export const qualifier = z.enum(QUALIFIERS);
export type Qualifier = z.infer<typeof qualifier>;

export const MONEY_KINDS = [
  'budget',
  'planned',
  'contract',
  'spent',
  'needed',
  'saved',
  'damage',
  'fine',
  'price',
  'revenue',
  'other',
] as const;
export const moneyKind = z.enum(MONEY_KINDS);
export type MoneyKind = z.infer<typeof moneyKind>;

/** What counts as "what it cost", the surest first. */
export const COST_KINDS = ['spent', 'contract', 'budget'] as const satisfies readonly MoneyKind[];

export const FACT_KINDS = ['action', 'lesson', 'complaint', 'circumstance'] as const;
export const factKind = z.enum(FACT_KINDS);
export type FactKind = z.infer<typeof factKind>;

export const LINK_KINDS = ['related', 'same-approach', 'follow-up', 'duplicate-of', 'contradicts'] as const;
export const linkKind = z.enum(LINK_KINDS);
export type LinkKind = z.infer<typeof linkKind>;

/** The sections of a write-up, in their order; also the fixed ids of its headings. */
export const SECTIONS = ['problem', 'done', 'result', 'cost', 'watch'] as const;
export type Section = (typeof SECTIONS)[number];

export const TRANSLATION_ORIGINS = ['original', 'human', 'machine'] as const;
export const translationOrigin = z.enum(TRANSLATION_ORIGINS);
