import { z } from 'zod';
import { text } from '../../kernel/text.ts';
import type { GlossaryEntry } from './glossary.ts';

/** The reference data of `content/taxonomy/*.yaml`, one schema a file. */

const code = z.string().min(1).max(80);
const localizedText = z.strictObject({ kk: text(200), ru: text(200), en: text(200) });
const localizedWords = z.strictObject({
  kk: z.array(text(100)).default([]),
  ru: z.array(text(100)).default([]),
  en: z.array(text(100)).default([]),
});

/** A region, or `KZ` for the whole country. `tile` is its place on the tile map (pages). */
export const region = z.strictObject({
  code: z.string().regex(/^KZ(-\d{2})?$/),
  name: localizedText,
  short: localizedText.meta({ description: 'The common short form, at most a dozen letters' }),
  kato: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  aliases: z.array(text(100)).default([]),
  /** Older codes that now mean less than they did: accepted with a warning. */
  splitAliases: z.array(text(20)).default([]),
  tile: z.strictObject({ column: z.int().min(0), row: z.int().min(0) }).nullable(),
});
export type Region = z.infer<typeof region>;

/** A node of the category tree; only leaves are given to cases. */
export const category = z.strictObject({
  code,
  parent: code.nullable().default(null),
  name: localizedText,
  /** Terms of administration that mean the same. */
  synonyms: localizedWords.default({ kk: [], ru: [], en: [] }),
  /** What people write when they complain about it. */
  words: localizedWords.default({ kk: [], ru: [], en: [] }),
});
export type Category = z.infer<typeof category>;

export const INSTITUTION_KINDS = [
  'akimat',
  'department',
  'ministry',
  'agency',
  'court',
  'parliament',
  'council',
  'enterprise',
  'other',
] as const;

/** A state body or an enterprise that serves the public; never a person. */
export const institution = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  kind: z.enum(INSTITUTION_KINDS),
  region: z.string(),
  name: localizedText,
});
export type Institution = z.infer<typeof institution>;

export const CHANNEL_KINDS = ['official', 'social', 'media', 'street', 'other'] as const;
export const channel = z.strictObject({ code, kind: z.enum(CHANNEL_KINDS), name: localizedText });
export type Channel = z.infer<typeof channel>;

const monthDay = z.string().regex(/^\d{2}-\d{2}$/);

/** A season; `usual` is the span in most of the country, `regions` what differs, as MM-DD; null runs all year. */
export const season = z.strictObject({
  code,
  name: localizedText,
  usual: z.strictObject({ from: monthDay, to: monthDay }).nullable(),
  regions: z.record(z.string(), z.strictObject({ from: monthDay, to: monthDay })).default({}),
  note: text(1_000).optional(),
});
export type Season = z.infer<typeof season>;

/** A code with its name in the language of an answer. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** All reference data, loaded once at start and never changed while the program runs. */
export interface Reference {
  readonly regions: readonly Region[];
  readonly categories: readonly Category[];
  readonly institutions: readonly Institution[];
  readonly channels: readonly Channel[];
  readonly seasons: readonly Season[];
  /** Terms of administration in three languages; search takes those of one entry for synonyms. */
  readonly glossary: readonly GlossaryEntry[];
  region(code: string): Region | undefined;
  category(code: string): Category | undefined;
  institution(id: string): Institution | undefined;
  channel(code: string): Channel | undefined;
  season(code: string): Season | undefined;
  /** The region that a code, an older code or a name in any of the languages means. */
  resolveRegion(codeOrAlias: string): { region: Region; warning: 'split-in-2022' | null } | undefined;
  /** The category and everything below it, as codes. */
  descendants(code: string): readonly string[];
  /** Whether cases may carry the category. */
  isLeaf(code: string): boolean;
}
