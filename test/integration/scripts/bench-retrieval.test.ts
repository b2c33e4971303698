import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/data-folder.ts';

const PROGRAM = path.join(import.meta.dirname, '../../../scripts/bench-retrieval.ts');
const DOCUMENT = { text: 'Во дворе не убирают снег, машины стоят.', lang: 'ru' };

/** A set of one query, and a document for each id. */
async function setOf(ids: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  const files = {
    'docs.jsonl': ids.map((id) => JSON.stringify({ id, ...DOCUMENT })).join('\n'),
    'queries.jsonl': JSON.stringify({ id: 'q', text: 'не убирают снег', lang: 'ru' }),
    'qrels.tsv': `q\t${ids[0]}\t2\n`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return folder;
}

/** Runs the bench; one that does not end by itself is killed, and its code is null. */
async function bench(folder: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, '--data', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 90_000,
    killSignal: 'SIGKILL',
  });
  const exited = once(child, 'exit');
  const [figures, told] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exited;
  return { code, figures, told };
}

test('measures, writes its lines and ends', async () => {
  const { code, figures } = await bench(await setOf(['d1', 'd2']));
  expect(JSON.parse(figures)).toMatchObject({ variant: 'plain', queries: 1, zeroResults: 0 });
  expect(code).toBe(0);
}, 120_000);

test('ends where a set cannot be written, though a base stands open by then, and says why', async () => {
  const { code, figures, told } = await bench(await setOf(['d1', 'd2', 'd1']));
  expect(told).toContain('two documents have the id d1');
  expect(figures).toBe('');
  expect(code).toBe(1);
}, 120_000);
