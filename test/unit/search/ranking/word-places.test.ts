import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PlacesReader, packPlaces } from '../../../../src/search/ranking/word-places.ts';

it('places of words are read as they were packed, however far apart they stand and however long they are', () => {
  const lengths = fc.record({ before: fc.nat({ max: 300_000 }), length: fc.nat({ max: 20_000 }) });
  fc.assert(
    fc.property(fc.array(fc.array(lengths, { maxLength: 8 }), { maxLength: 4 }), (given) => {
      const passages = given.map((words) => {
        let at = 0;
        return words.map(({ before, length }) => {
          const start = at + before;
          at = start + length;
          return { start, end: at };
        });
      });
      const reader = new PlacesReader(packPlaces(passages));
      for (const words of passages) {
        reader.beginPassage();
        for (const { start, end } of words) {
          reader.next();
          expect([reader.start, reader.end]).toEqual([start, end]);
        }
      }
    }),
  );
});
