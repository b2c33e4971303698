import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { OutOfReach } from '../../../src/cases/index.ts';
import { anonymous } from '../../../src/kernel/context.ts';
import { caseInput } from '../../support/case-input.ts';
import { useCases } from '../../support/cases.ts';

const cases = useCases();

async function published(given: Parameters<typeof caseInput>[0] = {}) {
  const { verbs, ctx } = cases();
  const head = await verbs.createCase({ ctx, input: { content: caseInput(given) } });
  return verbs.publishCase({ ctx, input: { id: head.id } });
}

/** A promise that the test opens by hand (Node 20 has no Promise.withResolvers). */
function opening(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const rowsOf = async (id: string) => {
  const { db } = cases();
  const count = async (table: string) =>
    Number(
      (
        await db.execute<{ n: string }>(
          sql`select count(*) n from ${sql.identifier(table)} where case_id = ${id}`,
        )
      ).rows[0]?.n,
    );
  return {
    revisions: await count('case_revision'),
    audit: await count('audit'),
    outbox: await count('outbox'),
  };
};

describe('createCase', () => {
  test('begins a draft that no reader and no engine sees', async () => {
    const { verbs, ctx } = cases();
    const head = await verbs.createCase({ ctx, input: { content: caseInput() } });
    expect(head).toMatchObject({ status: 'draft', latestRevision: 1, publishedRevision: null });
    await expect(verbs.readCase({ ctx, input: { key: head.id } })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await rowsOf(head.id)).toEqual({ revisions: 1, audit: 1, outbox: 0 });
  });

  test('knows an id in capitals as the same one, as every verb does', async () => {
    const { verbs, ctx } = cases();
    const id = uuidv7();
    const capitals = id.toUpperCase();
    expect(await verbs.createCase({ ctx, input: { id: capitals, content: caseInput() } })).toMatchObject({
      id,
    });
    await expect(
      verbs.createCase({ ctx, input: { id: capitals, content: caseInput() } }),
    ).rejects.toMatchObject({
      code: 'conflict',
      reason: 'case.exists',
    });
    await verbs.changeCase({
      ctx,
      input: { id: capitals, content: caseInput(), basedOnRevision: 1 },
    });
    expect(await verbs.publishCase({ ctx, input: { id: capitals } })).toMatchObject({
      status: 'published',
      publishedRevision: 2,
    });
    const reason = 'прописные';
    expect(await verbs.archiveCase({ ctx, input: { id: capitals, reason } })).toMatchObject({
      status: 'archived',
    });
    await verbs.deleteCase({ ctx, input: { id: capitals, reason } });
    await expect(verbs.publishCase({ ctx, input: { id } })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('refuses what breaks a rule with the path of each field, and writes nothing', async () => {
    const { verbs, ctx, db } = cases();
    const before = await db.execute(sql`select count(*) from "case"`);
    const content = caseInput({ region: 'KZ-99', category: 'housing', outcome: 'refused', owner: 'nobody' });
    await expect(verbs.createCase({ ctx, input: { content } })).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ path: '/outcomeReason', problem: 'outcome.reason-missing' }],
    });
    const withReason = { ...content, outcomeReason: 'unknown' };
    await expect(verbs.createCase({ ctx, input: { content: withReason } })).rejects.toMatchObject({
      problems: [
        { path: '/region', problem: 'region.unknown' },
        { path: '/category' },
        { path: '/owner', problem: 'institution.unknown' },
      ],
    });
    expect((await db.execute(sql`select count(*) from "case"`)).rows).toEqual(before.rows);
  });

  test('gives a slug once: a second case cannot have it, not even after the first is gone', async () => {
    const { verbs, ctx } = cases();
    const content = caseInput();
    const first = await verbs.createCase({ ctx, input: { content } });
    const again = () => verbs.createCase({ ctx, input: { content } });
    await expect(again()).rejects.toMatchObject({ problems: [{ path: '/slug', problem: 'slug.taken' }] });
    await verbs.deleteCase({ ctx, input: { id: first.id, reason: 'test' } });
    await expect(again()).rejects.toMatchObject({ problems: [{ path: '/slug', problem: 'slug.taken' }] });
  });

  test('is not for readers', async () => {
    const { verbs, ctx } = cases();
    const call = { ctx: { ...ctx, actor: anonymous }, input: { content: caseInput() } };
    await expect(verbs.createCase(call)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('changeCase and publishCase', () => {
  test('readers see the published revision until the next one is published', async () => {
    const { verbs, ctx } = cases();
    const head = await published({ title: 'Первая редакция' });
    const next = caseInput({ title: 'Вторая редакция' });
    await verbs.changeCase({ ctx, input: { id: head.id, content: next, basedOnRevision: 1 } });
    const title = async () => {
      const found = await verbs.readCase({ ctx, input: { key: head.id } });
      return found.kind === 'found' ? found.record.translations.ru?.title : found.kind;
    };
    expect(await title()).toBe('Первая редакция');
    await verbs.publishCase({ ctx, input: { id: head.id } });
    expect(await title()).toBe('Вторая редакция');
    expect(await rowsOf(head.id)).toEqual({ revisions: 2, audit: 4, outbox: 2 });
  });

  test('an older slug leads to the current one', async () => {
    const { verbs, ctx } = cases();
    const first = caseInput();
    const head = await verbs.createCase({ ctx, input: { content: first } });
    await verbs.publishCase({ ctx, input: { id: head.id } });
    const second = caseInput();
    await verbs.changeCase({ ctx, input: { id: head.id, content: second, basedOnRevision: 1 } });
    await verbs.publishCase({ ctx, input: { id: head.id } });
    expect(await verbs.readCase({ ctx, input: { key: first.slug } })).toEqual({
      kind: 'moved',
      slug: second.slug,
    });
  });

  test('of two authors who read the same revision, the second is told', async () => {
    const { verbs, ctx } = cases();
    const head = await published();
    const change = () =>
      verbs.changeCase({ ctx, input: { id: head.id, content: caseInput(), basedOnRevision: 1 } });
    const outcomes = await Promise.allSettled([change(), change()]);
    expect(outcomes.map((o) => o.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((o) => o.status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', reason: 'case.changed-meanwhile' },
    });
  });
});

describe('archiveCase and deleteCase', () => {
  test('take the case from readers and tell the engines', async () => {
    const { verbs, ctx } = cases();
    const archived = await published();
    await verbs.archiveCase({ ctx, input: { id: archived.id, reason: 'устарело' } });
    await expect(verbs.readCase({ ctx, input: { key: archived.id } })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await rowsOf(archived.id)).toEqual({ revisions: 1, audit: 3, outbox: 2 });

    const deleted = await published();
    await verbs.deleteCase({ ctx, input: { id: deleted.id, reason: 'ошибка' } });
    expect(await rowsOf(deleted.id)).toEqual({ revisions: 0, audit: 3, outbox: 2 });
  });

  test('say when there is no such case', async () => {
    const { verbs, ctx } = cases();
    const input = { id: uuidv7(), reason: 'нет' };
    await expect(verbs.archiveCase({ ctx, input })).rejects.toMatchObject({ code: 'not-found' });
    await expect(verbs.deleteCase({ ctx, input })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('listCases', () => {
  test('pages through every case once, in the order of change', async () => {
    const { verbs, ctx } = cases();
    const place = 'KZ-62';
    const heads = await Promise.all(Array.from({ length: 7 }, () => published({ region: place })));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof verbs.listCases>> = await verbs.listCases({
        ctx,
        input: { filters: { region: [place] }, cursor, limit: 3 },
      });
      expect(page.total).toBe(7);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen.toSorted()).toEqual(heads.map((head) => head.id).toSorted());
  });

  test('a category takes its descendants along, a region its aliases; what does not exist is named', async () => {
    const { verbs, ctx, reference } = cases();
    const head = await published({ region: 'KZ-63', category: 'heating' });
    const parent = reference.category('heating')?.parent ?? '';
    const list = (filters: object) => verbs.listCases({ ctx, input: { filters, cursor: null, limit: 20 } });
    const found = await list({ region: ['ВКО'], category: [parent] });
    expect(found.items.map((item) => item.id)).toContain(head.id);
    await expect(list({ category: ['nothing'] })).rejects.toMatchObject({
      problems: [{ path: '/category/0', problem: 'category.unknown' }],
    });
  });

  test('a whole-country case is nobody’s own region', async () => {
    const { verbs, ctx } = cases();
    const head = await published({ region: 'KZ', tags: [] });
    const page = await verbs.listCases({
      ctx,
      input: { filters: { region: ['KZ'], excludeRegion: ['KZ'] }, cursor: null, limit: 100 },
    });
    expect(page.items.map((item) => item.id)).toContain(head.id);
  });

  test.each(['', 'x', 'W10', Buffer.from('["2025","x"]').toString('base64url')])(
    'refuses the cursor %j',
    async (cursor) => {
      const { verbs, ctx } = cases();
      await expect(verbs.listCases({ ctx, input: { filters: {}, cursor, limit: 3 } })).rejects.toMatchObject({
        problems: [{ path: 'cursor', problem: 'cursor' }],
      });
    },
  );
});

describe('the outbox', () => {
  test('a transaction that commits late is never skipped', async () => {
    const { changes, inTransaction, verbs, ctx } = cases();
    const { id: late } = await verbs.createCase({ ctx, input: { content: caseInput() } });
    const cursor = await changes.now();
    const early = uuidv7();
    const gate = opening();
    const begun = opening();
    const slow = inTransaction(ctx, async ({ cases, journal }) => {
      // What it writes and locks numbers a transaction, not what it announces at its end.
      await cases.lock([late]);
      journal.announce(late);
      begun.open();
      await gate.opened;
    });
    await begun.opened;
    await inTransaction(ctx, async ({ journal }) => journal.announce(early));
    const meanwhile = await changes.after(cursor, 1000);
    expect(meanwhile.caseIds).not.toContain(late);
    // Nobody can have what waits for the slow one, so nobody is behind for it.
    expect(await changes.behind(meanwhile.cursor)).toMatchObject({ rows: 0, oldestMs: 0 });
    gate.open();
    await slow;
    // Other suites share the server: a transaction of theirs may hold the horizon back for a moment.
    const seen = new Set(meanwhile.caseIds);
    let at = meanwhile.cursor;
    await vi.waitFor(async () => {
      const rest = await changes.after(at, 1000);
      at = rest.cursor;
      for (const id of rest.caseIds) seen.add(id);
      expect([...seen]).toEqual(expect.arrayContaining([late, early]));
    }, 10_000);
  });

  test('says nothing of a cursor of another database, nor by what another database noted', async () => {
    const { db, changes } = cases();
    const here = await changes.now();
    expect(await changes.reaches(here)).toBe(true);
    for (const xid of ['3', here.xid]) {
      const elsewhere = { ...here, origin: 'another', xid };
      expect(await changes.reaches(elsewhere)).toBe(false);
      await expect(changes.after(elsewhere, 10)).rejects.toThrow(OutOfReach);
      expect(await changes.behind(elsewhere)).toMatchObject({ reached: false });
    }
    const note = (origin: string) => sql`
      insert into outbox_horizon (origin, xid, seq) values (${origin}, '5000000000', 1)
      on conflict (single) do update set origin = excluded.origin, xid = excluded.xid`;
    await db.execute(note('another'));
    expect(await changes.reaches(here)).toBe(true);
    await db.execute(note(here.origin));
    expect(await changes.reaches(here)).toBe(false);
    await db.execute(sql`delete from outbox_horizon`);
  });

  test('does not forget how far it was pruned', async () => {
    const { db, changes } = cases();
    const { origin } = await changes.now();
    const old = (xid: string) => sql`
      insert into outbox (xid, case_id, written_at) values (${xid}, ${uuidv7()}, now() - interval '8 days')`;
    for (const xid of ['5', '3']) {
      await db.execute(old(xid));
      expect(await changes.prune()).toBe(1);
      expect(await changes.reaches({ origin, xid: '4', seq: '0' })).toBe(false);
    }
    expect(await changes.reaches({ origin, xid: '6', seq: '0' })).toBe(true);
    await db.execute(sql`delete from outbox_horizon`);
  });
});
