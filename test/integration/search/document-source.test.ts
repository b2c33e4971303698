import { expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/kernel/context.ts';
import { plainText } from '../../../src/platform/markdown/plain-text.ts';
import { documentSource } from '../../../src/search/indexing/document-source.ts';
import { recentDocuments } from '../../../src/search/indexing/recent-documents.ts';
import { toSearchDocument } from '../../../src/search/indexing/search-document.ts';
import { caseInput } from '../../support/case-input.ts';
import { useCases } from '../../support/cases.ts';
import { testContext } from '../../support/context.ts';

const cases = useCases();
const ctx = testContext({ clock: systemClock });
/** As many as make a load. */
const COUNT = 60;

async function publish(title: string): Promise<string> {
  const { verbs } = cases();
  const { id } = await verbs.createCase({ ctx, input: { content: caseInput({ title }) } });
  await verbs.publishCase({ ctx, input: { id } });
  return id;
}

function sources() {
  const { published } = cases();
  const byIds = vi.fn(published.byIds);
  const ports = {
    documentOf: (record: Parameters<typeof toSearchDocument>[0]) => toSearchDocument(record, plainText),
    log: { warn: () => undefined },
  };
  return {
    byIds,
    sparing: documentSource({ ...ports, published: { ...published, byIds }, recent: recentDocuments() }),
    plain: documentSource({ ...ports, published }),
  };
}

it('a load is read once for all feeders, and what changed since then is read anew', async () => {
  const { verbs } = cases();
  const ids: string[] = [];
  for (let i = 0; i < COUNT; i++) ids.push(await publish(`Двор ${i}`));
  const { byIds, sparing, plain } = sources();
  expect(await sparing.changesOf(ids)).toEqual(await plain.changesOf(ids));
  byIds.mockClear();
  expect(await sparing.changesOf(ids)).toEqual(await plain.changesOf(ids));
  expect(byIds).not.toHaveBeenCalled();

  const [changed = '', archived = '', deleted = '', again = ''] = ids;
  const fresh = await publish('Новый двор');
  await verbs.changeCase({
    ctx,
    input: { id: changed, content: caseInput({ title: 'Другой двор' }), basedOnRevision: 1, reason: 'test' },
  });
  await verbs.publishCase({ ctx, input: { id: changed } });
  await verbs.archiveCase({ ctx, input: { id: archived, reason: 'test' } });
  await verbs.deleteCase({ ctx, input: { id: deleted, reason: 'test' } });
  await verbs.archiveCase({ ctx, input: { id: again, reason: 'test' } });
  await verbs.publishCase({ ctx, input: { id: again } });
  const all = [...ids, fresh];
  const expected = await plain.changesOf(all);
  expect(await sparing.changesOf(all)).toEqual(expected);
  expect(new Set(byIds.mock.calls.flatMap(([read]) => read))).toEqual(
    new Set([changed, archived, deleted, again, fresh]),
  );
  expect(expected.filter(({ kind }) => kind === 'remove')).toHaveLength(2);
});
