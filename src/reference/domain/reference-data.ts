import type { GlossaryEntry } from './glossary.ts';
import type { Category, Channel, Institution, Region, Season } from './reference.ts';

/** What the files hold, before it can be asked. */
export interface ReferenceData {
  readonly regions: readonly Region[];
  readonly categories: readonly Category[];
  readonly institutions: readonly Institution[];
  readonly channels: readonly Channel[];
  readonly seasons: readonly Season[];
  readonly glossary: readonly GlossaryEntry[];
}
