import { z } from 'zod';
import { language } from '../../kernel/language.ts';
import { dateSpan, partialDate } from '../../kernel/partial-date.ts';
import { text } from '../../kernel/text.ts';
import {
  confidence,
  factKind,
  linkKind,
  moneyKind,
  OUTCOMES_WITHOUT_REASON,
  outcome,
  qualifier,
  status,
  stepKind,
  translationOrigin,
} from './vocabulary.ts';

/** The only definition of a case's fields: requests, answers, OpenAPI, the file format and forms derive from it. */

const note = text(2_000);
const amount = z.int().min(0).max(Number.MAX_SAFE_INTEGER).meta({ description: 'Whole tenge' });
const code = z.string().min(1).max(80);

/** Lower-case Latin letters, digits and hyphens; unique in the country and never reused. */
export const slug = z
  .string()
  .min(3)
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ id: 'Slug', examples: ['aktobe-snow-three-year-contracts'] });

/** A link that a reader may be sent to: http or https. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .meta({ format: 'uri' });

const sectionText = text(40_000).optional();

/** The write-up in Markdown, by section; a section without material is left out. */
export const sections = z.strictObject({
  problem: sectionText,
  done: sectionText,
  result: sectionText,
  cost: sectionText,
  watch: sectionText,
});
export type Sections = z.infer<typeof sections>;

export const translation = z.strictObject({
  title: text(120),
  summary: text(400),
  sections: sections.default({}),
  origin: translationOrigin,
  basedOnRevision: z.int().min(1).nullable().default(null),
});
export type Translation = z.infer<typeof translation>;

/** A step of the timeline: at least one of its two dates is known. */
export const step = z
  .strictObject({
    kind: stepKind,
    planned: partialDate.nullable().default(null),
    actual: partialDate.nullable().default(null),
    note,
  })
  .refine((value) => value.planned !== null || value.actual !== null, {
    path: ['actual'],
    params: { problem: 'step.undated' },
  });
export type Step = z.infer<typeof step>;

export const contract = z.strictObject({
  subject: note,
  method: text(200).nullable().default(null),
  lots: z.int().min(1).nullable().default(null),
  period: dateSpan.default({ from: null, to: null }),
  amount: amount.nullable().default(null),
  supplier: text(300).nullable().default(null),
  regime: text(300).nullable().default(null),
  renews: text(300).nullable().default(null),
});
export type Contract = z.infer<typeof contract>;

export const money = z.strictObject({
  amount,
  amountMax: amount.nullable().default(null),
  qualifier: qualifier.default('exact'),
  kind: moneyKind,
  per: text(200).nullable().default(null),
  what: note,
  year: z.int().min(1990).max(2100).nullable().default(null),
  budgetLevel: text(100).nullable().default(null),
});
export type Money = z.infer<typeof money>;

/** A measured value: a number, or the source's words where it gives none. */
export const measurement = z
  .strictObject({
    value: z.number().nullable().default(null),
    of: z.number().nullable().default(null).meta({ description: 'The whole that `value` is a part of' }),
    qualifier: qualifier.default('exact'),
    text: note.nullable().default(null),
    asOf: partialDate.nullable().default(null),
  })
  .refine((value) => value.value !== null || value.text !== null, {
    path: ['value'],
    params: { problem: 'measurement.empty' },
  });
export type Measurement = z.infer<typeof measurement>;

export const indicator = z.strictObject({
  name: note,
  unit: text(100),
  before: measurement.nullable().default(null),
  after: measurement.nullable().default(null),
});
export type Indicator = z.infer<typeof indicator>;

export const fact = z.strictObject({ text: note, kind: factKind, inferred: z.boolean().default(false) });
export type Fact = z.infer<typeof fact>;

export const source = z.strictObject({
  url: webAddress,
  publisher: text(300),
  published: partialDate.nullable().default(null),
  accessed: partialDate,
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .meta({ description: 'ISO 639 code' }),
});
export type Source = z.infer<typeof source>;

export const legalAct = z.strictObject({
  act: note,
  article: text(200).nullable().default(null),
  url: webAddress.nullable().default(null),
});

export const caseLink = z.strictObject({ kind: linkKind, case: slug });

/** What an author writes of a case; what the program adds is in {@link caseRecord}. */
export const caseContent = z.strictObject({
  slug,
  origin: text(300).nullable().default(null),
  originalLanguage: language,
  translations: z.strictObject({
    kk: translation.optional(),
    ru: translation.optional(),
    en: translation.optional(),
  }),
  region: code.meta({ description: 'ISO 3166-2:KZ code of the region, or KZ for the whole country' }),
  place: z
    .strictObject({
      kato: z
        .string()
        .regex(/^\d{9}$/)
        .nullable()
        .default(null),
      name: text(300),
    })
    .nullable()
    .default(null),
  owner: code.nullable().default(null).meta({ description: 'Institution id' }),
  others: z.array(code).max(50).default([]),
  category: code,
  tags: z.array(text(60)).max(30).default([]),
  seasons: z.array(code).max(10).default([]),
  problem: z
    .strictObject({
      noticedOn: partialDate.nullable().default(null),
      channels: z.array(code).max(30).default([]),
    })
    .default({ noticedOn: null, channels: [] }),
  outcome,
  outcomeReason: note.nullable().default(null),
  resolvedOn: partialDate.nullable().default(null),
  timeline: z.array(step).max(300).default([]),
  contracts: z.array(contract).max(100).default([]),
  money: z.array(money).max(100).default([]),
  indicators: z.array(indicator).max(100).default([]),
  facts: z.array(fact).max(200).default([]),
  sources: z.array(source).min(1).max(100),
  legal: z.array(legalAct).max(50).default([]),
  unknown: z.array(note).max(100).default([]),
  links: z.array(caseLink).max(100).default([]),
  confidence: confidence.default('unverified'),
  verified: z.strictObject({ by: code, on: partialDate }).nullable().default(null),
  reviewBy: partialDate.nullable().default(null),
});
/** A case's content as it is kept: every default filled in. */
export type CaseContent = z.infer<typeof caseContent>;

/** A case's content as it may be given: what has a default may be missing. */
export type CaseContentInput = z.input<typeof caseContent>;

/** {@link caseContent} with the rules that span several fields; every writer passes through it. */
export const validCaseContent = caseContent.superRefine((value, check) => {
  const problem = (path: PropertyKey[], name: string) =>
    check.addIssue({ code: 'custom', path, params: { problem: name } });
  const original = value.translations[value.originalLanguage];
  if (original === undefined)
    problem(['translations', value.originalLanguage], 'translation.original-missing');
  else if (original.origin !== 'original')
    problem(['translations', value.originalLanguage, 'origin'], 'translation.original-origin');
  if (!OUTCOMES_WITHOUT_REASON.includes(value.outcome) && value.outcomeReason === null)
    problem(['outcomeReason'], 'outcome.reason-missing');
  if (value.confidence === 'verified' && value.verified === null) problem(['verified'], 'verified.missing');
});

/** The case record of the API. */
export const caseRecord = caseContent
  .extend({
    id: z.uuid(),
    url: z.string(),
    status,
    revision: z.int().min(1),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'CaseRecord' });
export type CaseRecord = z.infer<typeof caseRecord>;
