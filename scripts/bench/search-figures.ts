import MiniSearch from 'minisearch';
import type { CaseContent } from '../../src/cases/index.ts';
import { searchInput } from '../../src/search/index.ts';
import { writeFixtures } from '../retrieval/fixture.ts';
import { benchContext, openBase, openServer } from '../retrieval/open-base.ts';
import { generatedBeginnings, generatedComplaints, generatedDocuments } from './generated.ts';
import { round, timed } from './statistics.ts';

const QUERIES = 200;
const WARM_UP = 30;
const SEED = 20_261_123;

/**
 * The search verb over generated cases, and beside it, in turn, MiniSearch with its defaults over the same
 * documents, asked with the same texts; then what is offered while somebody types.
 */
export async function* searchFigures(cases: readonly CaseContent[], count: number) {
  const documents = generatedDocuments(cases, count, SEED);
  const complaints = generatedComplaints(cases, QUERIES + WARM_UP, SEED + 1);
  const { server, stop } = await openServer();
  const ctx = benchContext('bench');
  const base = await openBase(server);
  try {
    const written = performance.now();
    await writeFixtures(documents, { inTransaction: base.inTransaction, ctx });
    await base.search.indexing.catchUp();
    const fillMs = performance.now() - written;
    const bare = new MiniSearch<(typeof documents)[number]>({ fields: ['title', 'text'] });
    bare.addAll(documents);
    const text = (run: number) => complaints[run % complaints.length] ?? '';
    const bareTimes = await timed(QUERIES, WARM_UP, (run) => bare.search(text(run)));
    const ours = await timed(QUERIES, WARM_UP, (run) =>
      base.search.verbs.searchCases({ ctx, input: searchInput.parse({ text: text(run) }) }),
    );
    yield {
      figure: 'complaint-search',
      cases: count,
      ...ours,
      bareMiniSearch: bareTimes,
      ratio: round(ours.medianMs / bareTimes.medianMs),
      writtenAndSearchableMs: Math.round(fillMs),
    };
    const beginnings = generatedBeginnings(cases, QUERIES + WARM_UP, SEED + 2);
    const typing = await timed(QUERIES, WARM_UP, (run) =>
      base.search.verbs.suggest({ ctx, input: { q: beginnings[run % beginnings.length] ?? '' } }),
    );
    yield { figure: 'suggest', cases: count, ...typing };
  } finally {
    await base.close();
    await stop();
  }
}
