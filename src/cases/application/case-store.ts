import type { Context } from '../../kernel/context.ts';
import type { CaseContent } from '../domain/case-record.ts';
import type { CaseStatus } from '../domain/vocabulary.ts';

/** What was last loaded from a file. */
export interface LoadedFile {
  /** Of the bytes of the case's files. */
  readonly hash: string;
  /** The revision that it became. */
  readonly revision: number;
  /** The folder of contents that it lay in: its absolute path; null for the shipped one, wherever that lies. */
  readonly folder: string | null;
}

/** A case's identity and life, without its content. */
export interface CaseHead {
  readonly id: string;
  readonly status: CaseStatus;
  readonly latestRevision: number;
  readonly publishedRevision: number | null;
  /** Null where the case never came from one. */
  readonly file: LoadedFile | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A revision as it is written, once. */
export interface NewRevision {
  readonly caseId: string;
  readonly revision: number;
  readonly content: CaseContent;
  readonly author: { readonly kind: string; readonly id: string };
  readonly reason: string | null;
  readonly createdAt: Date;
}

export type AuditAction = 'create' | 'change' | 'publish' | 'archive' | 'delete';

export interface AuditEntry {
  readonly action: AuditAction;
  readonly caseId: string;
  readonly revision: number | null;
  readonly reason: string | null;
}

/** A head with what its newest revision says. */
export interface WrittenCase {
  readonly head: CaseHead;
  readonly content: CaseContent;
}

export interface SlugClaim {
  readonly slug: string;
  readonly caseId: string;
}

/** Cases as they are written, many by one statement. Built over one transaction. */
export interface CaseStore {
  /** The heads by id, locked until the transaction ends; unknown ids are left out. */
  lock(ids: readonly string[]): Promise<ReadonlyMap<string, CaseHead>>;
  insert(heads: readonly CaseHead[]): Promise<void>;
  update(heads: readonly CaseHead[]): Promise<void>;
  delete(ids: readonly string[]): Promise<void>;
  addRevisions(revisions: readonly NewRevision[]): Promise<void>;
  content(id: string, revision: number): Promise<CaseContent | undefined>;
  /** Reserves slugs; returns the claims that cannot be had, since another case has the slug or had it. */
  claimSlugs(claims: readonly SlugClaim[]): Promise<readonly SlugClaim[]>;
  /** Lays published revisions out for readers, replacing what stood there. */
  project(cases: readonly WrittenCase[]): Promise<void>;
  /** Takes cases from readers. */
  withdraw(ids: readonly string[]): Promise<void>;
}

/** What a mutation leaves behind beside its data, with its commit: who did it, and that an engine must look. */
export interface CaseJournal {
  audit(entry: AuditEntry): void;
  /** Puts the id into the outbox. */
  announce(caseId: string): void;
}

export interface CaseUnit {
  readonly cases: CaseStore;
  readonly journal: CaseJournal;
}

/** Runs work in one transaction: all of it is kept, or nothing. */
export type InTransaction = <T>(ctx: Context, work: (unit: CaseUnit) => Promise<T>) => Promise<T>;
