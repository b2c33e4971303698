// `npm run bench:faults [-- --faults 200 --seed 1 --proxy --log FILE]`: writes and searches over two service processes and
// two nodes of Meilisearch while these and their connections are killed and stopped; then everything is compared. One JSON
// line on standard output, progress on standard error; the exit code is 1 where anything was lost or differs.
import { openSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { askedFor } from './asked-for.ts';
import { chanceOf } from './chance.ts';
import { inflict } from './faults/faults.ts';
import { openLedger } from './faults/ledger.ts';
import { keepSearching } from './faults/searches.ts';
import { judge } from './faults/verdict.ts';
import { openWorld } from './faults/world.ts';
import { keepWriting } from './faults/writers.ts';

const { values } = askedFor(() =>
  parseArgs({
    options: {
      faults: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      proxy: { type: 'boolean', default: false },
      /** Where the services' logs go; left out, to standard error. */
      log: { type: 'string' },
    },
  }),
);
const WRITERS = 4;

const begun = performance.now();
const seconds = () => Math.round((performance.now() - begun) / 1_000);
const told = (what: string) => console.error(`… ${seconds()} s: ${what}`);
const seed = Number(values.seed);
const chance = chanceOf(seed);

told('starting two nodes and two services');
const world = await openWorld({
  proxy: values.proxy,
  chance,
  log: values.log === undefined ? 'inherit' : openSync(values.log, 'a'),
});
try {
  const stopping = new AbortController();
  const ledger = openLedger();
  const ports = { services: world.services, ledger, chance, stopping: stopping.signal };
  const writing = Promise.all(Array.from({ length: WRITERS }, () => keepWriting(ports)));
  const searching = keepSearching(world.services, chance, stopping.signal);

  const faults = await inflict(Number(values.faults), world, told);
  told('all faults are over');
  await Promise.all(world.services.map((service) => service.ready()));
  stopping.abort();
  await writing;
  const searches = await searching.figures();
  const verdict = await judge(ledger, world.pool, await world.nodeTools(), told);
  const standby = await world.standbyDiffers();
  const unacknowledged = ledger.writes().filter(({ outcome }) => !outcome.acknowledged).length;
  const { failed, ...answered } = searches;
  console.log(
    JSON.stringify({
      writes: ledger.writes().length,
      unacknowledged,
      faults: { all: Number(values.faults), ...faults },
      ...verdict,
      standby,
      ...answered,
      failedSearches: failed,
      crashes: world.services.reduce((sum, { ended }) => sum + ended.serving, 0),
      failedStarts: world.services.reduce((sum, { ended }) => sum + ended.starting, 0),
      proxy: values.proxy,
      seed,
      seconds: seconds(),
    }),
  );
  const wrong = verdict.lost + verdict.missing + verdict.stale + verdict.surplus + standby;
  process.exitCode = wrong > 0 ? 1 : 0;
} finally {
  await world.close();
}
