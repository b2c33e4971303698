import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { composeLoading } from '../../../src/compose/loading.ts';
import { CONTENT_FOLDER } from '../../../src/storage.ts';
import { caseFile } from '../../support/case-file.ts';
import { useCases } from '../../support/cases.ts';
import { temporaryFolder } from '../../support/data-folder.ts';

const cases = useCases();

async function load(folder: string) {
  const { db, connection, reference, ctx } = cases();
  return composeLoading({ db, connection }, reference)(folder, { ctx });
}

/** A folder of contents with a case of that id for each slug. */
async function folderOf(ids: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'cases/KZ-39'), { recursive: true });
  for (const [slug, id] of Object.entries(ids)) await writeFile(fileOf(folder, slug), caseFile(id, slug));
  return folder;
}

function fileOf(folder: string, slug: string): string {
  return path.join(folder, 'cases/KZ-39', `${slug}.md`);
}

async function isPublished(slug: string): Promise<boolean> {
  const { verbs, ctx } = cases();
  return verbs.readCase({ ctx, input: { key: slug } }).then(
    () => true,
    () => false,
  );
}

test('neither the shipped folder nor another archives what the other one brought in', async () => {
  const { created: shipped } = await load(CONTENT_FOLDER);
  const own = await folderOf({ 'brought-here': uuidv7() });
  expect(await load(own)).toMatchObject({ created: 1, archived: 0 });
  expect(await load(CONTENT_FOLDER)).toMatchObject({ unchanged: shipped, archived: 0 });
  // The product was moved, or is reached by another way.
  const link = path.join(await temporaryFolder(), 'content');
  await symlink(CONTENT_FOLDER, link);
  expect(await load(link)).toMatchObject({ unchanged: shipped, archived: 0 });
  expect(await isPublished('brought-here')).toBe(true);
});

test('a file that is gone archives its case only in the folder that it was loaded from', async () => {
  const one = await folderOf({ 'one-stays': uuidv7(), 'one-goes': uuidv7() });
  const other = await folderOf({ 'other-stays': uuidv7() });
  await load(one);
  await rm(fileOf(one, 'one-goes'));
  expect(await load(other)).toMatchObject({ archived: 0 });
  expect(await isPublished('one-goes')).toBe(true);
  expect(await load(one)).toMatchObject({ archived: 1 });
  expect(await isPublished('one-goes')).toBe(false);
});

test('a case of two folders belongs to the one that was loaded last', async () => {
  const one = await folderOf({ 'one-keeps': uuidv7(), 'in-both': uuidv7() });
  const other = await temporaryFolder();
  await load(one);
  await cp(one, other, { recursive: true });
  expect(await load(other)).toMatchObject({ unchanged: 2, archived: 0 });
  await rm(fileOf(one, 'in-both'));
  expect(await load(one)).toMatchObject({ unchanged: 1, archived: 0 });
  await rm(fileOf(other, 'in-both'));
  expect(await load(other)).toMatchObject({ unchanged: 1, archived: 1 });
  expect(await isPublished('in-both')).toBe(false);
});
