import type { CaseContent } from '../../../src/cases/index.ts';
import { meilisearchSource } from '../../../test/support/meilisearch.ts';
import { keywordFigures } from './keyword-figures.ts';
import { commitFigures, loadFigures } from './load-figures.ts';
import { openBench } from './open-bench.ts';
import { planFigures } from './plan-figures.ts';

/** Search by Meilisearch, against Meilisearch asked and filled by itself; one line that says so where there is none. */
export async function* meilisearchFigures(
  cases: readonly CaseContent[],
  { counts, progress }: { counts: readonly number[]; progress: (what: string) => void },
) {
  if (meilisearchSource === undefined) {
    const skipped = 'no Meilisearch by TEST_MEILI_URL, MEILISEARCH_BIN or the PATH';
    console.error(`skipped the figures of Meilisearch: ${skipped}`);
    yield { figure: 'meilisearch', skipped };
    return;
  }
  for (const count of counts) {
    progress(`Meilisearch: loading ${count} generated cases`);
    const bench = await openBench();
    try {
      const parts = { bench, plain: bench.uid(), count };
      for await (const figure of loadFigures(cases, parts)) yield figure;
      progress('Meilisearch: from commit to searchable');
      yield await commitFigures(bench, count);
      progress('Meilisearch: candidates for complaints');
      for await (const figure of planFigures(cases, parts)) yield figure;
      progress('Meilisearch: searches over HTTP');
      for await (const figure of keywordFigures(cases, parts)) yield figure;
    } finally {
      await bench.close();
    }
  }
}
