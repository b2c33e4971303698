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

/** Cases as they are written. Built over one transaction. */
export interface CaseStore {
  /** The head, locked until the transaction ends. */
  lock(id: string): Promise<CaseHead | undefined>;
  insert(head: CaseHead): Promise<void>;
  update(head: CaseHead): Promise<void>;
  delete(id: string): Promise<void>;
  addRevision(revision: NewRevision): Promise<void>;
  content(id: string, revision: number): Promise<CaseContent | undefined>;
  /** Reserves the slug; false when another case has it or had it. */
  claimSlug(slug: string, caseId: string): Promise<boolean>;
  /** Lays the published revision out for readers, replacing what stood there. */
  project(head: CaseHead, content: CaseContent): Promise<void>;
  /** Takes the case from readers. */
  withdraw(id: string): Promise<void>;
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
