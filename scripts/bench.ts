// `npm run bench [-- --cases 1000,10000 --only http,meilisearch --skip-http]`: figures as JSON lines on standard output,
// progress on standard error. Nothing here is a test: machines differ and are noisy, so each figure stands beside a
// ratio of the same run.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { askedFor } from './asked-for.ts';
import { analysisFigures } from './bench/analysis-figures.ts';
import { httpFigures } from './bench/http-figures.ts';
import { meilisearchFigures } from './bench/meilisearch/figures.ts';
import { engineMemory, termIndexMemory } from './bench/memory-figures.ts';
import { searchFigures } from './bench/search-figures.ts';
import { shippedCases } from './bench/shipped-cases.ts';

const PARTS = ['analysis', 'http', 'memory', 'search', 'meilisearch'] as const;

const { counts, wanted } = askedFor(readOptions);

function readOptions() {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '1000,10000' },
      only: { type: 'string', default: PARTS.join() },
      'skip-http': { type: 'boolean', default: false },
    },
  });
  const parts = values.only.split(',');
  for (const part of parts)
    if (!PARTS.some((known) => known === part))
      throw new Error(`--only takes ${PARTS.join(', ')}; ${part} is none of them`);
  return {
    counts: values.cases.split(',').map(Number),
    wanted: new Set(parts.filter((part) => part !== 'http' || !values['skip-http'])),
  };
}

const say = (figure: object) => console.log(JSON.stringify(figure));
const progress = (what: string) => console.error(`… ${what}`);

say({
  figure: 'machine',
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

const cases = await shippedCases();
if (wanted.has('analysis')) {
  progress('analysis of texts');
  for await (const figure of analysisFigures(cases)) say(figure);
}
if (wanted.has('http')) {
  const folder = await mkdtemp(path.join(tmpdir(), 'sheshim-bench-'));
  try {
    for await (const figure of httpFigures({ dataDir: path.join(folder, 'data'), cases, progress }))
      say(figure);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
for (const count of counts) {
  if (wanted.has('memory')) {
    progress(`memory of ${count} generated cases`);
    say(await engineMemory(cases, count));
    say(await termIndexMemory(cases, count));
  }
  if (wanted.has('search')) {
    progress(`complaints over ${count} generated cases`);
    for await (const figure of searchFigures(cases, count)) say(figure);
  }
}
if (wanted.has('meilisearch'))
  for await (const figure of meilisearchFigures(cases, { counts, progress })) say(figure);
