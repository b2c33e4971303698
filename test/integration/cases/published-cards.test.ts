import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { caseInput } from '../../support/case-input.ts';
import { useCases } from '../../support/cases.ts';

const cases = useCases();

async function published(title: string) {
  const { verbs, ctx } = cases();
  const { id } = await verbs.createCase({ ctx, input: { content: caseInput({ title }) } });
  await verbs.publishCase({ ctx, input: { id } });
  return id;
}

test('cards are those of what is published now, asked for again after every change', async () => {
  const { verbs, ctx, published: readers } = cases();
  const [kept, changed, withdrawn] = [
    await published('one'),
    await published('two'),
    await published('three'),
  ];
  const asked = [withdrawn, kept, uuidv7(), changed];
  const titles = async () => (await readers.cards(asked, 'ru')).map(({ title }) => title);
  expect(await titles()).toEqual(['three', 'one', 'two']);
  expect(await titles()).toEqual(['three', 'one', 'two']);

  await verbs.changeCase({
    ctx,
    input: { id: changed, content: caseInput({ title: 'two anew' }), basedOnRevision: 1 },
  });
  expect(await titles()).toEqual(['three', 'one', 'two']);
  await verbs.publishCase({ ctx, input: { id: changed } });
  await verbs.archiveCase({ ctx, input: { id: withdrawn, reason: 'test' } });
  expect(await titles()).toEqual(['one', 'two anew']);

  await verbs.publishCase({ ctx, input: { id: withdrawn } });
  expect(await titles()).toEqual(['three', 'one', 'two anew']);
});

test('what did not change is not read again', async () => {
  const { verbs, ctx, published: readers, reader } = cases();
  const id = await published('once');
  const [record] = await readers.byIds([id]);
  const version = record && { revision: record.revision, updatedAt: new Date(record.updatedAt) };
  expect(await reader.changes([{ id, version: undefined }], 'ru')).toMatchObject({
    rows: [{ id, title: 'once' }],
    withdrawn: new Set(),
  });
  expect(await reader.changes([{ id, version }], 'ru')).toEqual({ rows: [], withdrawn: new Set() });
  // The same revision again, of another moment.
  await verbs.archiveCase({ ctx, input: { id, reason: 'test' } });
  expect(await reader.changes([{ id, version }], 'ru')).toEqual({ rows: [], withdrawn: new Set([id]) });
  await verbs.publishCase({ ctx, input: { id } });
  expect(await reader.changes([{ id, version }], 'ru')).toMatchObject({ rows: [{ id, revision: 1 }] });
});
