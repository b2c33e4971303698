import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { buildReference } from '../domain/build-reference.ts';
import { checkReference, type ReferenceProblem } from '../domain/check-reference.ts';
import { glossaryEntry } from '../domain/glossary.ts';
import { category, channel, institution, type Reference, region, season } from '../domain/reference.ts';
import type { ReferenceData } from '../domain/reference-data.ts';
import { type FileProblem, InvalidReference } from './invalid-reference.ts';
import { readYamlList, type YamlList } from './yaml-list.ts';

/**
 * The reference data of a folder: regions, categories, channels, seasons and glossary as one YAML list each, and
 * every file of `institutions/`. Errors: InvalidReference with file, line and field of everything that is wrong;
 * those of the file system for a file that is missing.
 */
export async function loadReference(folder: string): Promise<Reference> {
  const problems: FileProblem[] = [];
  /** The files of one list; a wrong one is remembered, so that all are told about at once. */
  const read = async <T>(files: readonly string[], item: z.ZodType<T>) => {
    const lists: YamlList<T>[] = [];
    for (const file of files) {
      try {
        lists.push(await readYamlList(path.join(folder, file), item));
      } catch (error) {
        if (!(error instanceof InvalidReference)) throw error;
        problems.push(...error.problems);
      }
    }
    return lists;
  };
  const lists = {
    regions: await read(['regions.yaml'], region),
    categories: await read(['categories.yaml'], category),
    institutions: await read(await yamlFiles(folder, 'institutions'), institution),
    channels: await read(['channels.yaml'], channel),
    seasons: await read(['seasons.yaml'], season),
    glossary: await read(['glossary.yaml'], glossaryEntry),
  };
  if (problems.length > 0) throw new InvalidReference(problems);
  const data: ReferenceData = {
    regions: itemsOf(lists.regions),
    categories: itemsOf(lists.categories),
    institutions: itemsOf(lists.institutions),
    channels: itemsOf(lists.channels),
    seasons: itemsOf(lists.seasons),
    glossary: itemsOf(lists.glossary),
  };
  const wrong = checkReference(data).map((found) => locate(lists[found.list], found));
  if (wrong.length > 0) throw new InvalidReference(wrong);
  return buildReference(data);
}

async function yamlFiles(folder: string, below: string): Promise<string[]> {
  const names = await readdir(path.join(folder, below));
  return names
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => path.join(below, name));
}

function itemsOf<T>(lists: readonly YamlList<T>[]): T[] {
  return lists.flatMap(({ items }) => items);
}

/** The problem in the file that holds the item; indices count through the files of a list. */
function locate(lists: readonly YamlList<unknown>[], { path: at, problem }: ReferenceProblem): FileProblem {
  let index = Number(at[0]);
  for (const list of lists) {
    if (index < list.items.length) return list.problemAt([index, ...at.slice(1)], problem);
    index -= list.items.length;
  }
  return { file: '', line: null, field: at.map(String).join('.'), problem };
}
