import { z } from 'zod';
import { dateSpan, partialDate } from '../../kernel/partial-date.ts';
import { text } from '../../kernel/text.ts';

/** A published figure about demands, as its source gives it; never computed or rounded by us. */

/** What figures are about: one file of `content/statistics` each, in the order of the page. */
export const THEMES = [
  'received',
  'topics',
  'handling',
  'appeals',
  'open-dialogue',
  'meetings',
  'ratings',
  'participation',
] as const;
export const theme = z.enum(THEMES);
export type Theme = z.infer<typeof theme>;

/** How exactly the source gives the value. */
export const QUALIFIERS = ['exact', 'more-than', 'about'] as const;

export const UNITS = [
  'requests',
  'appeals',
  'applications',
  'complaints',
  'letters',
  'calls',
  'meetings',
  'people',
  'percent',
  'score-of-5',
] as const;

const localized = (max: number) => z.strictObject({ kk: text(max), ru: text(max), en: text(max) });

const figureId = z
  .string()
  .min(3)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** The time that a figure is of: dates where the source gives them, else what it says instead. */
const period = z.union([
  partialDate,
  dateSpan.refine(({ from, to }) => from !== null || to !== null, { params: { problem: 'period.empty' } }),
  z.strictObject({ text: localized(160) }),
]);
export type Period = z.infer<typeof period>;

/** What the demands were about: a category of the base, a name of the source, or both where they differ. */
const topic = z
  .strictObject({
    category: z.string().max(80).nullable().default(null),
    name: localized(160).nullable().default(null),
  })
  .refine(({ category, name }) => category !== null || name !== null, { params: { problem: 'topic.empty' } });

/** Where they were counted: a channel of the base, a name of the source, or both. */
const channel = z
  .strictObject({
    code: z.string().max(80).nullable().default(null),
    name: localized(160).nullable().default(null),
  })
  .refine(({ code, name }) => code !== null || name !== null, { params: { problem: 'channel.empty' } });

const source = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  publisher: text(120).meta({ description: 'The host of the address' }),
  published: partialDate.nullable(),
});

/** A statement that does not agree with the figure, and the figures of ours that it comes from. */
const conflict = z.strictObject({ with: z.array(figureId).default([]), text: localized(600) });

export const figure = z.strictObject({
  id: figureId,
  metric: localized(200),
  value: z.number(),
  qualifier: z.enum(QUALIFIERS).default('exact'),
  unit: z.enum(UNITS),
  period,
  region: z.string().regex(/^KZ(-\d{2})?$/),
  topic: topic.nullable().default(null),
  channel,
  source,
  note: localized(400).nullable().default(null),
  conflicts: z.array(conflict).default([]),
});
export type Figure = z.infer<typeof figure> & { readonly theme: Theme };
export type Conflict = z.infer<typeof conflict>;
