import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/kernel/context.ts';
import { searchInput } from '../../../src/search/domain/search.ts';
import { caseInput } from '../../support/case-input.ts';
import { useCases } from '../../support/cases.ts';
import { testContext } from '../../support/context.ts';
import { searchOver } from './use-search.ts';

const cases = useCases();
const ctx = testContext({ clock: systemClock });
const open: ReturnType<typeof searchOver>[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.indexing.stop();
});

async function follow(given: Parameters<typeof searchOver>[1] = {}) {
  const made = searchOver(cases(), given);
  open.push(made);
  await made.indexing.filled;
  return made;
}

async function publish(title: string): Promise<string> {
  const { verbs } = cases();
  const { id } = await verbs.createCase({ ctx, input: { content: caseInput({ title }) } });
  await verbs.publishCase({ ctx, input: { id } });
  return id;
}

async function find({ search }: ReturnType<typeof searchOver>, text: string): Promise<string[]> {
  const { hits } = await search.searchCases({ ctx, input: searchInput.parse({ text }) });
  return hits.map((hit) => hit.case.title);
}

const SOON = { timeout: 1_000, interval: 20 };

describe('following the outbox', () => {
  it('holds what was published before it began', async () => {
    await publish('Шлагбаум перекрыл проезд');
    expect(await find(await follow(), 'шлагбаум')).toEqual(['Шлагбаум перекрыл проезд']);
  });

  it('sees a publication, a change and an archiving within a second, in every process', async () => {
    const both = [await follow(), await follow()];
    const id = await publish('Голуби на чердаке');
    for (const one of both)
      await vi.waitFor(async () => expect(await find(one, 'голуби')).toEqual(['Голуби на чердаке']), SOON);
    const { verbs } = cases();
    await verbs.archiveCase({ ctx, input: { id, reason: 'test' } });
    for (const one of both) await vi.waitFor(async () => expect(await find(one, 'голуби')).toEqual([]), SOON);
    await verbs.publishCase({ ctx, input: { id } });
    await vi.waitFor(
      async () => expect(await find(both[0] ?? (await follow()), 'голуби')).toHaveLength(1),
      SOON,
    );
    await verbs.deleteCase({ ctx, input: { id, reason: 'test' } });
    await vi.waitFor(async () => expect(await find(both[0] ?? (await follow()), 'голуби')).toEqual([]), SOON);
  });

  it('polls when nobody notifies', async () => {
    const deaf = await follow({
      changes: { ...cases().changes, subscribe: async () => async () => undefined },
    });
    await publish('Фонтан не включали');
    await vi.waitFor(async () => expect(await find(deaf, 'фонтан')).toHaveLength(1), {
      ...SOON,
      timeout: 2_000,
    });
  });

  it('applies everything committed before catchUp was called', async () => {
    const one = await follow({
      changes: { ...cases().changes, subscribe: async () => async () => undefined },
    });
    await publish('Катушка с кабелем');
    await one.indexing.catchUp();
    expect(await find(one, 'катушка')).toHaveLength(1);
  });

  it('says that it fell behind, tries again, and recovers', async () => {
    const { published } = cases();
    let broken = true;
    const one = await follow({
      published: {
        ...published,
        byIds: (ids) => (broken ? Promise.reject(new Error('the database is away')) : published.byIds(ids)),
      },
    });
    await publish('Баскетбольная площадка закрыта');
    await vi.waitFor(
      async () => expect(await one.indexing.health()).toMatchObject({ problem: 'the database is away' }),
      SOON,
    );
    expect(one.problems.length).toBeGreaterThan(0);
    expect(await find(one, 'баскетбольная')).toEqual([]);
    broken = false;
    await vi.waitFor(async () => expect(await find(one, 'баскетбольная')).toHaveLength(1), {
      ...SOON,
      timeout: 2_000,
    });
    await vi.waitFor(async () => expect((await one.indexing.health()).problem).toBeNull(), SOON);
  });

  it('is filled anew where the outbox was pruned past what it had read', async () => {
    const { db, changes } = cases();
    let away = false;
    const one = await follow({
      changes: {
        ...changes,
        after: (...asked) =>
          away ? Promise.reject(new Error('the database is away')) : changes.after(...asked),
      },
    });
    away = true;
    await publish('Канатная дорога стоит');
    await db.execute(`update outbox set written_at = now() - interval '8 days'`);
    expect(await changes.prune()).toBeGreaterThan(0);
    away = false;
    await vi.waitFor(async () => expect(await find(one, 'канатная')).toHaveLength(1), {
      ...SOON,
      timeout: 3_000,
    });
    // Told a moment after it is there.
    await vi.waitFor(() => expect(one.problems.join()).toContain('was filled anew'), SOON);
  });

  it('tells readiness, documents and how long ago it read the outbox', async () => {
    const one = await follow();
    await one.indexing.catchUp();
    const health = await one.indexing.health();
    expect(health.ready).toBe(true);
    expect(health.documents).toBe((await one.index.revisions()).size);
    expect(health.behindFor).toBeLessThan(5_000);
  });
});
