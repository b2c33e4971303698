import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Catalogue, checkCatalogue } from './messages/check-catalogue.ts';

/** Checks every message catalogue of `src`: complete, well-formed, in the right language. Exits 1 on a problem. */
const source = path.resolve(import.meta.dirname, '../src');
const files = (await readdir(source, { recursive: true })).filter((file) =>
  /(?:^|\/)messages\/(?:.*\/)?[a-z-]+-messages\.ts$/.test(file.replaceAll(path.sep, '/')),
);
let catalogues = 0;
let texts = 0;
const problems: string[] = [];

for (const file of files.sort()) {
  const module: Record<string, unknown> = await import(pathToFileURL(path.join(source, file)).href);
  for (const [name, value] of Object.entries(module)) {
    if (!isCatalogue(value)) continue;
    catalogues++;
    texts += Object.keys(value.ru).length;
    problems.push(...checkCatalogue(value).map((problem) => `src/${file} (${name}): ${problem}`));
  }
}
if (catalogues === 0) problems.push('no catalogue was found');
for (const problem of problems) console.error(problem);
console.log(`${catalogues} catalogues, ${texts} messages in three languages, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function isCatalogue(value: unknown): value is Catalogue {
  return typeof value === 'object' && value !== null && ['ru', 'kk', 'en'].every((one) => one in value);
}
