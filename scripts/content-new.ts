// `npm run content:new -- --region KZ-39 --slug kostanay-something`: writes an empty case file to fill in.
import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { loadReference } from '../src/reference/adapters/load-reference.ts';
import { askedFor } from './asked-for.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values } = askedFor(() =>
  parseArgs({
    options: {
      region: { type: 'string' },
      slug: { type: 'string' },
      language: { type: 'string', default: 'ru' },
    },
  }),
);

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

const reference = await loadReference(path.join(root, 'content', 'taxonomy'));
const region = reference.resolveRegion(values.region ?? '')?.region.code;
if (region === undefined)
  stop('Name the region: --region KZ-39 (or a name of it; KZ for the whole country).');
const slug = values.slug ?? '';
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
  stop('Name the file: --slug place-what-was-done (Latin letters, digits, hyphens).');

const today = new Date().toISOString().slice(0, 10);
const file = path.join(root, 'content', 'cases', region, `${slug}.md`);
if (
  await access(file).then(
    () => true,
    () => false,
  )
)
  stop(`${path.relative(process.cwd(), file)} exists already.`);

await mkdir(path.dirname(file), { recursive: true });
await writeFile(
  file,
  `---
id: ${uuidv7()}
language: ${values.language}
title: ''            # place first, then what was done; at most 120 characters
summary: ''          # one or two sentences; at most 400 characters
region: ${region}
place: null          # { name: город … }
owner: null          # id of the institution, from content/taxonomy/institutions/
category: ''         # a leaf of content/taxonomy/categories.yaml
seasons: []          # winter, heating, flood, summer, all-year
problem: { noticedOn: null, channels: [] }
outcome: in-progress # a reason is needed for all but resolved and in-progress: outcomeReason: '…' or unknown
timeline: []         # - { kind: decision, actual: '2025-10', note: '…' }
contracts: []
money: []            # - { amount: 1000000, kind: contract, what: '…' }   whole tenge
indicators: []
facts: []
sources:
  - { url: '', publisher: '', published: null, accessed: '${today}', language: ru }
unknown: []          # what is not known stays here; it is not guessed
links: []
---

## Проблема {#problem}

## Что сделано {#done}

## Что получилось {#result}

## Сколько стоило {#cost}

## На что обратить внимание {#watch}
`,
);
console.log(`Written: ${path.relative(process.cwd(), file)}. Fill it in, then run: npm run content:check`);
