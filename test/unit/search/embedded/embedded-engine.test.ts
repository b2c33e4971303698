import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { createEmbeddedEngine } from '../../../../src/search/embedded/embedded-engine.ts';
import { searchDocument } from '../search-document.ts';

const IDS = Array.from({ length: 600 }, (_, i) => `case-${i}`);

it('no case is found without its text or with an older one, while many are changed', async () => {
  const engine = createEmbeddedEngine(createAnalysis());
  const text = Array.from({ length: 300 }, (_, i) => `снег${i} во дворе`).join(' ');
  let done = false;
  const looking = (async () => {
    let looked = 0;
    for (; !done; looked++) {
      const revisions = await engine.revisions();
      const documents = await engine.documents([...revisions.keys()]);
      expect(new Map(documents.map(({ id, revision }) => [id, revision]))).toEqual(revisions);
      await setImmediate();
    }
    return looked;
  })();
  // The third revision has the places of the first two compacted on the way.
  for (const revision of [1, 2, 3])
    await engine.apply(
      IDS.map((id) => ({ kind: 'put', document: searchDocument({ id, revision, problem: text }) })),
    );
  done = true;
  expect(await looking).toBeGreaterThan(10);
});
