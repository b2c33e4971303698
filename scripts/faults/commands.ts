import { z } from 'zod';
import { caseContent } from '../../src/cases/domain/case-record.ts';

/** One write: what the bench has a service do through the verbs. `id` names the call, and its row in the audit. */
const write = { id: z.string(), caseId: z.string() };
export const command = z.discriminatedUnion('verb', [
  z.object({ ...write, verb: z.literal('create'), content: caseContent }),
  z.object({ ...write, verb: z.literal('change'), content: caseContent, basedOnRevision: z.number() }),
  z.object({ ...write, verb: z.literal('publish') }),
  z.object({ ...write, verb: z.literal('archive') }),
  z.object({ ...write, verb: z.literal('delete') }),
]);
export type Command = z.infer<typeof command>;

/** How a case stands after a write; null after its deletion. */
export const caseState = z
  .object({ status: z.string(), latestRevision: z.number(), publishedRevision: z.number().nullable() })
  .nullable();
export type CaseState = z.infer<typeof caseState>;

/** What a service says: that it serves, how a write ended, or why it was not done. */
export const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('done'), id: z.string(), state: caseState }),
  z.object({ kind: z.literal('failed'), id: z.string(), problem: z.string() }),
]);
export type Message = z.infer<typeof message>;
