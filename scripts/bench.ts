// `npm run bench [-- --cases 1000,10000 --skip-http]`: figures as JSON lines on standard output, progress on standard
// error. Nothing here is a test: machines differ and are noisy, so each figure stands beside a ratio of the same run.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { analysisFigures } from './bench/analysis-figures.ts';
import { httpFigures } from './bench/http-figures.ts';
import { engineMemory } from './bench/memory-figures.ts';
import { searchFigures } from './bench/search-figures.ts';
import { shippedCases } from './bench/shipped-cases.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000,10000' },
    'skip-http': { type: 'boolean', default: false },
  },
});

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
progress('analysis of texts');
for await (const figure of analysisFigures(cases)) say(figure);
if (!values['skip-http']) {
  const folder = await mkdtemp(path.join(tmpdir(), 'sheshim-bench-'));
  try {
    for await (const figure of httpFigures({ dataDir: path.join(folder, 'data'), cases, progress }))
      say(figure);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
for (const count of values.cases.split(',').map(Number)) {
  progress(`memory of ${count} generated cases`);
  say(await engineMemory(cases, count));
  progress(`complaints over ${count} generated cases`);
  for await (const figure of searchFigures(cases, count)) say(figure);
}
