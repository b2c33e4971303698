import type { Language } from '../../kernel/language.ts';
import type { CaseFilters, Facet } from '../domain/case-filters.ts';
import type { CaseContent } from '../domain/case-record.ts';
import type { Confidence, MoneyKind, Outcome } from '../domain/vocabulary.ts';

/** Which revision of which case readers see now. */
export interface PublishedVersion {
  readonly id: string;
  readonly slug: string;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A published case as lists need it, its texts in the wished language or else the original one. */
export interface PublishedRow extends PublishedVersion {
  readonly title: string;
  readonly summary: string;
  readonly titleLanguage: Language;
  readonly region: string;
  readonly category: string;
  readonly owner: string | null;
  readonly outcome: Outcome;
  readonly confidence: Confidence;
  readonly year: number | null;
  readonly resolvedOn: string | null;
  readonly costAmount: number | null;
  readonly costKind: MoneyKind | null;
  readonly durationMin: number | null;
  readonly durationMax: number | null;
}

/** A place in the list of cases: behind the case that was changed then and has that id. */
export interface ListPosition {
  readonly updatedAt: Date;
  readonly id: string;
}

/** A case that is asked for, with the version of it that is known; none where nothing is. */
export interface Shown {
  readonly id: string;
  readonly version?: Pick<PublishedVersion, 'revision' | 'updatedAt'> | undefined;
}

/** Of cases that are asked for: the rows of those that are published in another version, and what is not published. */
export interface Changes {
  readonly rows: readonly PublishedRow[];
  readonly withdrawn: ReadonlySet<string>;
}

/** Published cases as they are read. */
export interface CaseReader {
  /** By id or current slug. */
  version(key: string): Promise<PublishedVersion | undefined>;
  /** The current slug of the published case that once had this one. */
  currentSlug(olderSlug: string): Promise<string | undefined>;
  content(id: string, revision: number): Promise<CaseContent | undefined>;
  contents(ids: readonly string[]): Promise<{ version: PublishedVersion; content: CaseContent }[]>;
  /** Ids behind `after` in their order, at most `limit`. */
  idsAfter(after: string | null, limit: number): Promise<string[]>;
  rows(ids: readonly string[], language: Language): Promise<PublishedRow[]>;
  /** What is other than it was shown, in no order. */
  changes(shown: readonly Shown[], language: Language): Promise<Changes>;
  /** Current versions of those ids, in no order; ids that are not published are left out. */
  versions(ids: readonly string[]): Promise<PublishedVersion[]>;
  /** A page in the order of the list, and how many cases the filters leave in all. */
  list(query: {
    filters: CaseFilters;
    after: ListPosition | null;
    limit: number;
  }): Promise<{ versions: PublishedVersion[]; total: number }>;
  count(facet: Facet): Promise<{ value: string; count: number }[]>;
  total(): Promise<number>;
}
