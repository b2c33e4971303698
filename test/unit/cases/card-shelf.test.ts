import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardShelf } from '../../../src/cases/application/card-shelf.ts';
import type { CaseReader, PublishedRow, Shown } from '../../../src/cases/application/case-reader.ts';
import type { Language } from '../../../src/kernel/language.ts';
import { testReference } from '../../support/reference.ts';

/** Published cases in memory, as the reader of the database tells them. */
async function shelved({ most = 1_000 } = {}) {
  const rows = new Map<string, PublishedRow>();
  const held = (ids: readonly string[]) => ids.flatMap((id) => rows.get(id) ?? []);
  const rowsIn = (ids: readonly string[], language: Language) =>
    held(ids).map((row) => ({ ...row, title: `${row.title} ${language}` }));
  const broken = { now: false };
  /** What was asked of the database for its changes. */
  const asked: (readonly Shown[])[] = [];
  const reader: Pick<CaseReader, 'changes' | 'rows'> = {
    changes: async (shown, language) => {
      asked.push(shown);
      if (broken.now) throw new Error('the database is away');
      const other = shown.filter(({ id, version }) => {
        const row = rows.get(id);
        return (
          row?.revision !== version?.revision || row?.updatedAt.getTime() !== version?.updatedAt.getTime()
        );
      });
      const ids = other.map(({ id }) => id);
      return { rows: rowsIn(ids, language), withdrawn: new Set(ids.filter((id) => !rows.has(id))) };
    },
    rows: async (ids, language) => rowsIn(ids, language),
  };
  const shelf = cardShelf(
    {
      reader,
      reference: await testReference(),
      caseAddress: (slug, language) => `/${language}/cases/${slug}`,
    },
    { most },
  );
  const publish = (id: string) => {
    const revision = (rows.get(id)?.revision ?? 0) + 1;
    rows.set(id, rowOf(id, revision));
  };
  return { shelf, rows, held, publish, asked, broken };
}

function rowOf(id: string, revision: number): PublishedRow {
  const day = new Date(Date.UTC(2026, 10, 1, 0, 0, revision));
  return {
    ...{ id, slug: id, revision, createdAt: day, updatedAt: day, title: `${id}, ${revision}`, summary: '' },
    ...{ titleLanguage: 'ru', region: 'KZ-75', category: 'snow-removal', owner: null, outcome: 'resolved' },
    ...{ confidence: 'unverified', year: null, resolvedOn: null, costAmount: null, costKind: null },
    ...{ durationMin: null, durationMax: null },
  };
}

describe('cards of cases', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const language = fc.constantFrom<Language>('ru', 'kk');
  const step = fc.oneof(
    fc.record({ publish: id }),
    fc.record({ withdraw: id }),
    fc.record({ ask: fc.uniqueArray(id), language, way: fc.constantFrom('ofCurrent', 'ofVersions') }),
  );

  it('show what is published now, in the order asked for, whatever was shown before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { shelf, rows, held, publish } = await shelved();
        for (const step of steps)
          if ('publish' in step) publish(step.publish);
          else if ('withdraw' in step) rows.delete(step.withdraw);
          else {
            const { ask, language, way } = step;
            const cards =
              way === 'ofCurrent'
                ? await shelf.ofCurrent(ask, language)
                : await shelf.ofVersions(held(ask), language);
            expect(cards.map(({ title }) => title)).toEqual(
              held(ask).map(({ title }) => `${title} ${language}`),
            );
          }
      }),
    );
  });

  it('are all there though reading one puts another off the shelf', async () => {
    const { shelf, held, publish } = await shelved({ most: 3 });
    for (const id of ['a', 'b', 'c', 'd']) publish(id);
    await shelf.ofCurrent(['a', 'b', 'c'], 'ru');
    const asked = ['a', 'b', 'c', 'd'];
    expect(await shelf.ofVersions(held(asked), 'ru')).toHaveLength(asked.length);
    expect(await shelf.ofCurrent(asked, 'ru')).toHaveLength(asked.length);
  });

  it('are read again where a case has the same revision of another day', async () => {
    const { shelf, rows, held, publish } = await shelved();
    publish('a');
    await shelf.ofCurrent(['a'], 'ru');
    const row = rows.get('a');
    if (row !== undefined) rows.set('a', { ...row, title: 'a, written anew', updatedAt: new Date() });
    const titles = (cards: readonly { title: string }[]) => cards.map(({ title }) => title);
    expect(titles(await shelf.ofVersions(held(['a']), 'ru'))).toEqual(['a, written anew ru']);
    if (row !== undefined) rows.set('a', { ...row, title: 'a, once more', updatedAt: new Date(1) });
    expect(titles(await shelf.ofCurrent(['a'], 'ru'))).toEqual(['a, once more ru']);
  });

  it('are asked for again after an error, which all who asked were told', async () => {
    const { shelf, publish, broken } = await shelved();
    publish('a');
    broken.now = true;
    const pages = [shelf.ofCurrent(['a'], 'ru'), shelf.ofCurrent(['a'], 'ru')];
    for (const page of await Promise.allSettled(pages)) expect(page.status).toBe('rejected');
    broken.now = false;
    expect(await shelf.ofCurrent(['a'], 'ru')).toHaveLength(1);
  });

  it('of pages asked for at once are asked of the database once, and each page has its own', async () => {
    const { shelf, publish, rows, asked } = await shelved();
    for (const id of ['a', 'b', 'c']) publish(id);
    await shelf.ofCurrent(['a'], 'ru');
    publish('a');
    rows.delete('b');
    const before = asked.length;
    const pages = await Promise.all([
      shelf.ofCurrent(['a', 'b', 'c'], 'ru'),
      shelf.ofCurrent(['c', 'a'], 'ru'),
      shelf.ofCurrent(['b'], 'ru'),
    ]);
    expect(pages.map((page) => page.map(({ title }) => title))).toEqual([
      ['a, 2 ru', 'c, 1 ru'],
      ['c, 1 ru', 'a, 2 ru'],
      [],
    ]);
    expect(asked.length - before).toBe(1);
  });
});
