import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { IndexChange } from '../../../src/search/application/engine.ts';
import { readOutbox } from '../../../src/search/indexing/read-outbox.ts';
import { searchDocument } from './search-document.ts';

const cursor = (seq: number) => ({ origin: '', xid: '1', seq: String(seq) });
const idOf = (change: IndexChange) => (change.kind === 'put' ? change.document.id : change.id);

/** Case numbers that were written, in this order; what is written later comes while the reader works. */
const rows = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 });

it('applies every row in steps that join, each case once and as it was read last, however they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      rows,
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 40 }),
      async (before, later, batch, answers) => {
        const written = [...before];
        const pending = [...later];
        const revisions = new Map<number, number>();
        const applied = new Map<string, number>();
        const steps: [string, string][] = [];
        const cuts = [...answers];
        const end = await readOutbox(cursor(0), {
          batch,
          stopped: () => false,
          changes: {
            after: async ({ seq }, limit) => {
              written.push(...pending.splice(0, 1));
              const found = written.slice(Number(seq), Number(seq) + limit);
              return {
                caseIds: [...new Set(found)].map(String),
                cursor: cursor(Number(seq) + found.length),
              };
            },
          },
          source: {
            changesOf: async (ids) =>
              ids.map((id): IndexChange => {
                const revision = (revisions.get(Number(id)) ?? 0) + 1;
                revisions.set(Number(id), revision);
                const document = { ...searchDocument({ id }), revision };
                return revision % 3 === 0 ? { kind: 'remove', id } : { kind: 'put', document };
              }),
          },
          isStep: async (changes, atEnd) => {
            expect(new Set(changes.map(idOf)).size).toBe(changes.length);
            return cuts.shift() ?? (atEnd || changes.length > 3);
          },
          apply: async (changes, { from, to }) => {
            steps.push([from.seq, to.seq]);
            for (const change of changes)
              applied.set(idOf(change), change.kind === 'put' ? change.document.revision : 0);
          },
        });
        expect(end.seq).toBe(String(written.length));
        expect(steps.map(([from]) => from)).toEqual(
          ['0', ...steps.map(([, to]) => to)].slice(0, steps.length),
        );
        const last = [...revisions].map(([id, revision]) => [String(id), revision % 3 === 0 ? 0 : revision]);
        expect(Object.fromEntries(applied)).toEqual(Object.fromEntries(last));
      },
    ),
  );
});

it('leaves what was read and not applied for the next time where it is stopped', async () => {
  let reads = 0;
  const end = await readOutbox(cursor(0), {
    batch: 10,
    stopped: () => reads === 3,
    changes: {
      after: async ({ seq }) => ({ caseIds: [`case-${reads++}`], cursor: cursor(Number(seq) + 1) }),
    },
    source: { changesOf: async (ids) => ids.map((id) => ({ kind: 'remove', id })) },
    isStep: async (changes) => changes.length === 2,
    apply: async () => undefined,
  });
  expect(end.seq).toBe('2');
});
