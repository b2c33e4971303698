// `npm run content:new -- --region KZ-39 --slug kostanay-something`: writes an empty case file to fill in.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { slug as slugOfCase } from '../src/cases/domain/case-record.ts';
import { SECTION_HEADINGS } from '../src/cases/domain/section-headings.ts';
import { SECTIONS } from '../src/cases/domain/vocabulary.ts';
import { isLanguage, LANGUAGES } from '../src/kernel/language.ts';
import { dayInAlmaty } from '../src/kernel/partial-date.ts';
import { loadReference } from '../src/reference/adapters/load-reference.ts';
import { askedFor } from './asked-for.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values } = askedFor(() =>
  parseArgs({
    options: {
      region: { type: 'string', default: '' },
      slug: { type: 'string', default: '' },
      language: { type: 'string', default: 'ru' },
    },
  }),
);
const reference = await loadReference(path.join(root, 'content', 'taxonomy'));
const { region, slug, language } = askedFor(readOptions);

function readOptions() {
  const { slug: name, language } = values;
  const region = reference.resolveRegion(values.region)?.region.code;
  if (region === undefined)
    throw new Error('Name the region: --region KZ-39 (or a name of it; KZ for the whole country).');
  if (!slugOfCase.safeParse(name).success)
    throw new Error(
      'Name the file: --slug place-what-was-done (3 to 120 Latin letters, digits and hyphens between words).',
    );
  if (!isLanguage(language))
    throw new Error(`Name the language of the text: --language ${LANGUAGES.join(', ')}.`);
  return { region, slug: name, language };
}

const file = path.join(root, 'content', 'cases', region, `${slug}.md`);
if (existsSync(file)) {
  console.error(`${path.relative(process.cwd(), file)} exists already.`);
  process.exit(1);
}

await mkdir(path.dirname(file), { recursive: true });
await writeFile(
  file,
  `---
id: ${uuidv7()}
language: ${language}
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
  - { url: '', publisher: '', published: null, accessed: '${dayInAlmaty(new Date())}', language: ru }
unknown: []          # what is not known stays here; it is not guessed
links: []
---

${SECTIONS.map((id) => `## ${SECTION_HEADINGS[language][id]} {#${id}}\n`).join('\n')}`,
);
console.log(`Written: ${path.relative(process.cwd(), file)}. Fill it in, then run: npm run content:check`);
