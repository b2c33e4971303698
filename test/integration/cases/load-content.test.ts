import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { caseFolder } from '../../../src/cases/adapters/files/case-folder.ts';
import { loadedFiles } from '../../../src/cases/adapters/loaded-files.ts';
import { type CaseFolder, loadContent } from '../../../src/cases/application/load-content.ts';
import { caseFile } from '../../support/case-file.ts';
import { caseInput } from '../../support/case-input.ts';
import { useCases } from '../../support/cases.ts';

const cases = useCases();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'content-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

let made = 0;
const newSlug = () => `loaded-${process.pid}-${++made}`;

async function write(name: string, text: string, region = 'KZ-39') {
  await mkdir(path.join(folder, region), { recursive: true });
  await writeFile(path.join(folder, region, name), text);
}

async function load(from: CaseFolder = caseFolder(folder)) {
  const { db, inTransaction, reference, ctx } = cases();
  return loadContent({ folder: from, loadedFiles: loadedFiles(db), inTransaction, reference })({
    ctx: { ...ctx, actor: { ...ctx.actor, kind: 'loader' } },
  });
}

/** Root may read everything; as root, the work is done as nobody. */
async function withoutRootsRights<T>(work: () => Promise<T>): Promise<T> {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

async function titleOf(key: string) {
  const { verbs, ctx } = cases();
  const found = await verbs.readCase({ ctx, input: { key } });
  return found.kind === 'found' ? found.record.translations.ru?.title : found.kind;
}

describe('loading the case files', () => {
  test('publishes new files, changes changed ones, leaves the others alone', async () => {
    const [id, slug] = [uuidv7(), newSlug()];
    await write(`${slug}.md`, caseFile(id, 'Первая'));
    expect(await load()).toMatchObject({ created: 1, changed: 0, unchanged: 0, problems: [] });
    expect(await titleOf(slug)).toBe('Первая');
    expect(await load()).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
    await write(`${slug}.md`, caseFile(id, 'Вторая'));
    expect(await load()).toMatchObject({ created: 0, changed: 1, unchanged: 0 });
    expect(await titleOf(id)).toBe('Вторая');
  });

  test('a translation beside the original belongs to the case', async () => {
    const [id, slug] = [uuidv7(), newSlug()];
    await write(`${slug}.md`, caseFile(id, 'Снег'));
    await load();
    await write(
      `${slug}.kk.md`,
      `---\nlanguage: kk\ntranslation: machine\ntitle: Қар\nsummary: Қысқаша.\n---\n`,
    );
    expect(await load()).toMatchObject({ changed: 1 });
    const { verbs, ctx } = cases();
    const found = await verbs.readCase({ ctx, input: { key: id } });
    expect(found).toMatchObject({ record: { translations: { kk: { title: 'Қар', origin: 'machine' } } } });
  });

  test('a case that was changed here since is never overwritten, only reported', async () => {
    const { verbs, ctx } = cases();
    const [id, slug] = [uuidv7(), newSlug()];
    await write(`${slug}.md`, caseFile(id, 'Из файла'));
    await load();
    const content = { ...caseInput({ title: 'Изменено здесь' }), slug };
    await verbs.changeCase({ ctx, input: { id, content, basedOnRevision: 1 } });
    await verbs.publishCase({ ctx, input: { id } });
    await write(`${slug}.md`, caseFile(id, 'Новое в файле'));
    expect(await load()).toMatchObject({ changed: 0, conflicts: [path.join('KZ-39', `${slug}.md`)] });
    expect(await titleOf(id)).toBe('Изменено здесь');
  });

  test('a case that a person archived stays archived when its file changes', async () => {
    const { verbs, ctx } = cases();
    const [id, slug] = [uuidv7(), newSlug()];
    await write(`${slug}.md`, caseFile(id, 'Снято'));
    await load();
    await verbs.archiveCase({ ctx, input: { id, reason: 'ошибка' } });
    await write(`${slug}.md`, caseFile(id, 'Снято, но файл новый'));
    expect((await load()).conflicts).toHaveLength(1);
    await expect(titleOf(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a removed file archives its case, and a file that comes back publishes it again', async () => {
    const [id, slug] = [uuidv7(), newSlug()];
    await write(`${newSlug()}.md`, caseFile(uuidv7(), 'Другая'));
    await write(`${slug}.md`, caseFile(id, 'Была'));
    await load();
    await rm(path.join(folder, 'KZ-39', `${slug}.md`));
    expect((await load()).archived).toBeGreaterThanOrEqual(1);
    await expect(titleOf(id)).rejects.toMatchObject({ code: 'not-found' });
    await write(`${slug}.md`, caseFile(id, 'Была'));
    await load();
    expect(await titleOf(id)).toBe('Была');
  });

  test('a bad file is named with line and field, the others load, and nothing is archived meanwhile', async () => {
    const [good, bad, gone] = [newSlug(), newSlug(), newSlug()];
    await write(`${gone}.md`, caseFile(uuidv7(), 'Пропадёт'));
    await load();
    await rm(path.join(folder, 'KZ-39', `${gone}.md`));
    await write(`${good}.md`, caseFile(uuidv7(), 'Хорошая'));
    await write(
      `${bad}.md`,
      caseFile(uuidv7(), 'Плохая', `owner: nobody\nmoney:\n  - { amount: 1.5, kind: spent, what: снег }\n`),
    );
    const report = await load();
    expect(report).toMatchObject({ created: 1, archived: 0 });
    expect(report.problems).toEqual([
      expect.objectContaining({ file: path.join('KZ-39', `${bad}.md`), line: 13, path: '/money/0/amount' }),
    ]);
    expect(await titleOf(good)).toBe('Хорошая');
    expect(await titleOf(gone)).toBe('Пропадёт');
  });

  test.each([
    ['file', (slug: string) => path.join('KZ-75', `${slug}.md`)],
    ['folder', () => 'KZ-75'],
  ])('a %s that cannot be read is named, the others load, and its case stays', async (_what, placeOf) => {
    const [good, shut] = [newSlug(), newSlug()];
    await write(`${shut}.md`, caseFile(uuidv7(), 'Закроют').replace('KZ-39', 'KZ-75'), 'KZ-75');
    await load();
    await chmod(folder, 0o755);
    const place = path.join(folder, placeOf(shut));
    await chmod(place, 0);
    await write(`${good}.md`, caseFile(uuidv7(), 'Хорошая'));
    const { find, name } = caseFolder(folder);
    const report = await load({ name, find: () => withoutRootsRights(find) });
    await chmod(place, 0o755);
    expect(report).toMatchObject({ created: 1, changed: 0, archived: 0 });
    expect(report.problems).toEqual([
      {
        file: placeOf(shut),
        line: null,
        path: '',
        problem: 'file.unreadable',
        params: { value: expect.stringContaining('permission denied') },
      },
    ]);
    expect(await titleOf(good)).toBe('Хорошая');
    expect(await titleOf(shut)).toBe('Закроют');
  });

  test.each([
    ['a date that is none', "resolvedOn: '2025-13'\n", '/resolvedOn'],
    ['a field that does not exist', 'colour: red\n', '/colour'],
    ['an unknown institution', 'owner: nobody\n', '/owner'],
    [
      'a step of an unknown kind',
      "timeline:\n  - { kind: magic, actual: '2025', note: х }\n",
      '/timeline/0/kind',
    ],
  ])('%s is told with its path', async (_what, more, pointer) => {
    await write(`${newSlug()}.md`, caseFile(uuidv7(), 'Ошибка', more));
    const { problems } = await load();
    expect(problems).toEqual([
      expect.objectContaining({ path: pointer, line: 11 + (more.includes('\n  ') ? 1 : 0) }),
    ]);
  });

  test('two files with one id, or one slug in two regions, are told', async () => {
    const id = uuidv7();
    const slug = newSlug();
    await write(`${newSlug()}.md`, caseFile(id, 'Один'));
    await write(`${newSlug()}.md`, caseFile(id, 'Два'));
    await write(`${slug}.md`, caseFile(uuidv7(), 'Три'));
    await write(`${slug}.md`, caseFile(uuidv7(), 'Четыре').replace('KZ-39', 'KZ-15'), 'KZ-15');
    const { problems } = await load();
    expect(problems.map((problem) => problem.problem).toSorted()).toEqual(['id.duplicate', 'slug.taken']);
  });

  test('more files than go in at once are all loaded but one, of which nothing stays behind', async () => {
    const [taken, id] = [newSlug(), uuidv7()];
    await write(`${taken}.md`, caseFile(uuidv7(), 'Первый владелец имени'));
    for (let i = 0; i < 120; i++) await write(`${newSlug()}.md`, caseFile(uuidv7(), `Двор ${i}`));
    await write(`${taken}.md`, caseFile(id, 'Имя занято').replace('KZ-39', 'KZ-75'), 'KZ-75');
    const report = await load();
    expect(report).toMatchObject({ created: 121, conflicts: [] });
    const file = path.join('KZ-75', `${taken}.md`);
    expect(report.problems).toEqual([expect.objectContaining({ problem: 'slug.taken', file })]);
    await expect(titleOf(id)).rejects.toMatchObject({ code: 'not-found' });

    await rm(path.join(folder, file));
    const slug = newSlug();
    await write(`${slug}.md`, caseFile(id, 'Под другим именем').replace('KZ-39', 'KZ-75'), 'KZ-75');
    expect(await load()).toMatchObject({ created: 1, unchanged: 121, problems: [] });
    expect(await titleOf(slug)).toBe('Под другим именем');
  });

  test('of a case that is renamed and a new one, the slug goes to the one whose file stands first', async () => {
    const [id, before, wanted] = [uuidv7(), newSlug(), newSlug()];
    await write(`${before}.md`, caseFile(id, 'Переименуют'));
    await load();
    await rm(path.join(folder, 'KZ-39', `${before}.md`));
    await write(`${wanted}.md`, caseFile(id, 'Переименован'));
    await write(`${wanted}.md`, caseFile(uuidv7(), 'Новый').replace('KZ-39', 'KZ-75'), 'KZ-75');
    const { changed, created, problems } = await load();
    expect({ changed, created, problems: problems.map(({ file }) => file) }).toEqual({
      changed: 1,
      created: 0,
      problems: [path.join('KZ-75', `${wanted}.md`)],
    });
    expect(await titleOf(wanted)).toBe('Переименован');
  });

  test('an id in capitals is the same id: a file that changed keeps its case', async () => {
    const [id, slug] = [uuidv7().toUpperCase(), newSlug()];
    await write(`${slug}.md`, caseFile(id, 'Прописными'));
    await load();
    await write(`${slug}.md`, caseFile(id, 'Прописными, но иначе'));
    // Cases of the tests before are archived here.
    await load();
    expect(await titleOf(slug)).toBe('Прописными, но иначе');
    expect(await load()).toMatchObject({ changed: 0, unchanged: 1, archived: 0 });
  });

  test('two files whose ids differ in capitals alone are told', async () => {
    const id = uuidv7();
    await write(`${newSlug()}.md`, caseFile(id.toUpperCase(), 'Прописными'));
    await write(`${newSlug()}.md`, caseFile(id, 'Строчными'));
    expect((await load()).problems).toEqual([expect.objectContaining({ problem: 'id.duplicate' })]);
  });

  test('a copy that kept the id of a case does not take its place, though it stands before it', async () => {
    const [id, slug] = [uuidv7(), newSlug()];
    await write(`${slug}.md`, caseFile(id, 'Как было'));
    await load();
    await write(`0-copy-of-${slug}.md`, caseFile(id, 'Забыли сменить номер'));
    const { changed, problems } = await load();
    expect(changed).toBe(0);
    expect(problems.map(({ problem }) => problem)).toContain('id.duplicate');
    expect(await titleOf(slug)).toBe('Как было');
  });
});
