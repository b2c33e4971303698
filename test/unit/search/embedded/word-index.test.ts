import { expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { WordIndex } from '../../../../src/search/embedded/word-index.ts';
import { searchDocument } from '../search-document.ts';

it('the words to go on with are those of the documents that are there, whatever came and went', () => {
  const index = new WordIndex(createAnalysis());
  const written = (sound: string) => index.begunWith(sound, 0).map((word) => word.written);
  const letters = [...'бвгджзклмнпрст'];
  const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `снего${a}у${b}и${c}`)));
  const lasting = searchDocument({ id: 'lasting', problem: 'снегопад' });
  const passing = searchDocument({ id: 'passing', problem: words.join(' ') });
  index.put(lasting);
  for (let round = 0; round < 3; round++) {
    index.put(passing);
    expect(written('снег').length).toBeGreaterThan(words.length / 2);
    index.remove(passing);
    expect(written('снег')).toEqual(['снегопад']);
  }
});
