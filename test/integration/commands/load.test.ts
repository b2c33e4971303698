import { access } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { startCli } from '../../support/cli-process.ts';
import { temporaryFolder } from '../../support/data-folder.ts';
import { manyCases } from '../../support/many-cases.ts';

/** So many that the first still loads when the second comes. */
const FILES = 2_500;

test('a load that waits for another one ends well, though the other one takes its server away', async () => {
  const dataDir = await temporaryFolder();
  const start = (content: string) => startCli(['load', '--content', content], { DATA_DIR: dataDir });
  const content = await manyCases(FILES);
  const first = start(content);
  await vi.waitFor(() => access(path.join(dataDir, 'postgres', 'postmaster.pid')), { timeout: 30_000 });
  const second = start(content);
  const ended = await Promise.all([first.ended, second.ended]);
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  expect(ended.map(({ out }) => out).toSorted()).toEqual([
    `0 created, 0 changed, ${FILES} unchanged, 0 archived\n`,
    `${FILES} created, 0 changed, 0 unchanged, 0 archived\n`,
  ]);
  expect(ended.map(({ told }) => told).join('')).toContain('waiting until it is done');
}, 120_000);
