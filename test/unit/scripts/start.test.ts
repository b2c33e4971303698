import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = path.join(import.meta.dirname, '../../..');
const scripts = z.object({ scripts: z.object({ start: z.string(), sheshim: z.string() }) });
let folder: string;

/** A compiled project of two programs that say which they are and what they were given. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sheshim-test-'));
  for (const name of ['scripts', 'dist']) await mkdir(path.join(folder, name));
  await copyFile(path.join(ROOT, 'scripts/start.js'), path.join(folder, 'scripts/start.js'));
  await copyFile(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
  for (const name of ['main', 'cli'])
    await writeFile(
      path.join(folder, `dist/${name}.js`),
      `console.log(['${name}', ...process.argv.slice(2)].join(' '))`,
    );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each([
  ['start', '', 'main serve'],
  ['start', '--port 1', 'cli serve --port 1'],
  ['sheshim', '', 'cli'],
  ['sheshim', 'serve', 'main serve'],
  ['sheshim', 'doctor --repair', 'cli doctor --repair'],
] as const)('`npm run %s -- %s` runs %s', async (script, args, said) => {
  const read = scripts.parse(JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')));
  const { stdout } = spawnSync(`${read.scripts[script]} ${args}`, {
    shell: true,
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout.trim()).toBe(said);
});
