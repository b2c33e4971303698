import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../../..');

/** Runs a script of `scripts/` as npm does. */
function run(script: string, args: readonly string[]) {
  const file = path.join(ROOT, 'scripts', script);
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, told: stderr };
}

describe('the command lines of scripts', () => {
  it.each(['content-check.ts', 'content-new.ts', 'bench-stemmer.ts'])(
    '%s refuses an option that it does not know with one line',
    (script) => {
      expect(run(script, ['--nonsense'])).toEqual({ status: 2, told: "Unknown option '--nonsense'.\n" });
    },
  );

  it.each([
    [['--region', 'KZ-39', '--slug', 'some-case', '--language', 'xx'], 'Name the language of the text'],
    [['--region', 'KZ-39', '--slug', 'ab'], 'Name the file: --slug'],
    [['--region', 'KZ-99', '--slug', 'some-case'], 'Name the region: --region'],
  ])('content:new refuses %j', (args, reason) => {
    const { status, told } = run('content-new.ts', args);
    expect(status).toBe(2);
    expect(told).toContain(reason);
  });

  it('content:check takes a case in one language, but not for a shipped one', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sheshim-content-'));
    try {
      await cp(path.join(ROOT, 'content/taxonomy'), path.join(folder, 'taxonomy'), { recursive: true });
      const shipped = path.join(ROOT, 'content/cases/KZ-39/kostanay-snow-two-year-contracts.md');
      const written = await readFile(shipped, 'utf8');
      await mkdir(path.join(folder, 'cases/KZ-39'), { recursive: true });
      // What it links to is not there.
      const alone = written.replace(/^links:\n(?: .*\n)+/m, '');
      await writeFile(path.join(folder, 'cases/KZ-39', path.basename(shipped)), alone);
      const contributed = run('content-check.ts', ['--folder', folder]);
      expect(contributed).toMatchObject({
        status: 0,
        told: expect.stringContaining('warning: /translations/kk'),
      });
      const asShipped = run('content-check.ts', ['--folder', folder, '--shipped']);
      expect(asShipped).toMatchObject({ status: 1, told: expect.stringContaining('/translations/en') });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('content:check refuses names of files that it would not check', () => {
    const { status, told } = run('content-check.ts', [
      '/nonexistent.md',
      'content/cases/KZ-10/none.md',
      'README.md',
    ]);
    expect(status).toBe(2);
    expect(told).toBe(
      'Not checked: /nonexistent.md, content/cases/KZ-10/none.md, README.md. Name files of cases, practices or statistics in content, or none for all.\n',
    );
  });
});
