import { describe, expect, it } from 'vitest';
import type { IndexChange } from '../../../src/search/application/engine.ts';
import { stepsAhead } from '../../../src/search/indexing/steps-ahead.ts';
import { searchDocument } from './search-document.ts';

const cursor = (seq: number) => ({ origin: '', xid: '1', seq: String(seq) });
const puts = (from: number, count = 200): IndexChange[] =>
  Array.from({ length: count }, (_, i) => ({
    kind: 'put',
    document: searchDocument({ id: `case-${from + i}` }),
  }));
/** A put that ends when it is told to. */
const opened = () => {
  let done: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const put = new Promise<void>((resolve, reject) => {
    done = resolve;
    fail = reject;
  });
  return { put, done, fail };
};

describe('steps that are put ahead', () => {
  it('are told as reached in their order, each when it and all before it are in', async () => {
    const reached: string[] = [];
    const ahead = stepsAhead(({ seq }) => reached.push(seq));
    const [first, second] = [opened(), opened()];
    expect(await ahead.takes(puts(0))).toBe(true);
    await ahead.add(puts(0), first.put, cursor(1));
    expect(await ahead.takes(puts(200))).toBe(true);
    const added = ahead.add(puts(200), second.put, cursor(2));
    second.done();
    await second.put;
    expect(reached).toEqual([]);
    first.done();
    await added;
    expect(reached).toEqual(['1']);
    await ahead.all();
    expect(reached).toEqual(['1', '2']);
  });

  it.each([
    ['is small', puts(500, 3)],
    ['takes something out', [...puts(500), { kind: 'remove', id: 'case-9' } as const]],
    ['has a case that is under way', puts(199)],
  ])('wait for those before them where one %s', async (_what, next) => {
    const reached: string[] = [];
    const ahead = stepsAhead(({ seq }) => reached.push(seq));
    const first = opened();
    await ahead.add(puts(0), first.put, cursor(1));
    const taken = ahead.takes(next).then((may) => ({ may, reached: [...reached] }));
    first.done();
    expect(await taken).toEqual({ may: false, reached: ['1'] });
  });

  it('may have the cases of a step that is in again', async () => {
    const ahead = stepsAhead(() => undefined);
    await ahead.add(puts(0), Promise.resolve(), cursor(1));
    await ahead.all();
    expect(await ahead.takes(puts(0))).toBe(true);
  });

  it('fail together, and nothing is under way when that is told', async () => {
    const reached: string[] = [];
    const ahead = stepsAhead(({ seq }) => reached.push(seq));
    const [first, second] = [opened(), opened()];
    await ahead.add(puts(0), first.put, cursor(1));
    const added = ahead.add(puts(200), second.put, cursor(2));
    first.fail(new Error('the node is away'));
    await expect(added).rejects.toThrow('the node is away');
    let isOver = false;
    const over = ahead.ended().then(() => {
      isOver = true;
    });
    await Promise.resolve();
    expect(isOver).toBe(false);
    second.done();
    await over;
    expect(reached).toEqual([]);
  });
});
