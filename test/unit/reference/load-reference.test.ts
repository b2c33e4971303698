import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/reference/adapters/load-reference.ts';

const shipped = path.resolve(import.meta.dirname, '../../../content/taxonomy');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'taxonomy '));
  await cp(shipped, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** Appends to a file and gives the line on which the addition begins. */
async function append(file: string, addition: string): Promise<number> {
  const before = await readFile(path.join(folder, file), 'utf8');
  await writeFile(path.join(folder, file), before + addition);
  return before.split('\n').length;
}

const failure = () => loadReference(folder).catch(({ message }: Error) => message);
const name = '{ kk: а, ru: б, en: c }';

describe('loading reference data', () => {
  test('names file, line and field of an invalid entry', async () => {
    const line = await append('channels.yaml', `- { code: fax, kind: official }\n`);
    expect(await failure()).toContain(`channels.yaml:${line}: 15.name:`);
  });

  test('refuses a field that is not known', async () => {
    const line = await append(
      'channels.yaml',
      `- code: fax\n  kind: official\n  name: ${name}\n  colour: red\n`,
    );
    expect(await failure()).toContain(`channels.yaml:${line}: 15`);
  });

  test('names the line of broken YAML', async () => {
    const line = await append('seasons.yaml', '- { code: [\n');
    expect(await failure()).toContain(`seasons.yaml:${line + 1}: `);
  });

  test('tells about all files at once', async () => {
    await append('channels.yaml', '- 1\n');
    await append('seasons.yaml', '- 1\n');
    expect(await failure()).toMatch(/channels\.yaml:.*seasons\.yaml:/s);
  });

  test('refuses an unknown parent, a duplicate and a cycle', async () => {
    await append('categories.yaml', `- { code: lost, parent: nowhere, name: ${name} }\n`);
    await append('categories.yaml', `- { code: heating, parent: utilities, name: ${name} }\n`);
    await append('categories.yaml', `- { code: egg, parent: hen, name: ${name} }\n`);
    await append('categories.yaml', `- { code: hen, parent: egg, name: ${name} }\n`);
    const told = await failure();
    expect(told).toContain('unknown parent "nowhere"');
    expect(told).toContain('duplicate "heating"');
    expect(told).toContain('"egg" is its own ancestor');
  });

  test('refuses an institution of an unknown region, in its own file', async () => {
    const line = await append(
      'institutions/KZ-39.yaml',
      `- { id: akimat-of-nowhere, kind: akimat, region: KZ-99, name: ${name} }\n`,
    );
    expect(await failure()).toMatch(
      new RegExp(`institutions.KZ-39\\.yaml:${line}: \\d+\\.region: unknown region "KZ-99"`),
    );
  });

  test('refuses a name that would mean two regions', async () => {
    await append(
      'regions.yaml',
      `- { code: KZ-98, name: ${name}, short: ${name}, kato: null, tile: null, aliases: [ВКО] }\n`,
    );
    expect(await failure()).toContain('"ВКО" already means KZ-63');
  });
});
