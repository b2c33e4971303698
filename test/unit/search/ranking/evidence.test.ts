import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { createVocabulary } from '../../../../src/search/embedded/vocabulary.ts';
import { likenessByWords, withCompany } from '../../../../src/search/ranking/company.ts';
import { lowerCopies } from '../../../../src/search/ranking/diversity.ts';
import { type DocumentVector, documentVector, GAP } from '../../../../src/search/ranking/document-vector.ts';
import { cohesion } from '../../../../src/search/ranking/feedback.ts';
import { fuse, isNearInMeaning, weightOfMeaning } from '../../../../src/search/ranking/fusion.ts';
import { RANKING } from '../../../../src/search/ranking/parameters.ts';
import { createProximity } from '../../../../src/search/ranking/proximity.ts';
import { CollectionStatistics } from '../../../../src/search/ranking/statistics.ts';
import { searchDocument } from '../search-document.ts';

const analyse = createAnalysis();

function collect(problems: readonly string[]) {
  const statistics = new CollectionStatistics(createVocabulary());
  const documents = problems.map((problem, i) => searchDocument({ id: `d${i}`, title: '', problem }));
  const vectors = documents.map((document) => {
    const vector = documentVector(document, analyse, statistics.table);
    statistics.add(vector, document.attributes);
    return vector;
  });
  return { statistics, documents, vectors };
}

const termsOf = (text: string) => analyse(text).words.map(({ term }) => term);

describe('proximity', () => {
  const { statistics, vectors } = collect([
    'Прорвало трубу горячей воды возле школы',
    'Труба цела, у школы ремонт крыши, а про горячий обед и холодные классы писали воды полно',
    'Снег у дома убирают',
  ]);
  const scoreOf = (text: string) => {
    const score = createProximity({ sequence: termsOf(text), parameters: RANKING }, statistics);
    return vectors.map((vector) => score(vector));
  };

  it('earns more where the words of the query stand together, in whatever order', () => {
    const [together = 0, apart = 0, without] = scoreOf('горячей воды трубу');
    expect(together).toBeGreaterThan(apart);
    expect(without).toBe(0);
  });

  it('is nothing for a single word', () => {
    expect(scoreOf('снег')).toEqual([0, 0, 0]);
  });

  it('is the same for a text said twice', () => {
    expect(scoreOf('горячей воды горячей воды')[0]).toBeCloseTo(scoreOf('горячей воды')[0] ?? 0);
  });

  it('is of each pair of neighbours the nearest within the window of a passage, whatever the document', () => {
    const { table } = statistics;
    const known = ['вода', 'труба', 'школа', 'снег'].flatMap((word) => termsOf(word));
    const idOf = (term: string) => table.term(term) ?? GAP;
    const saying = (term: string) => statistics.informativeness(idOf(term));
    const { weight, window } = RANKING.proximity;
    /** Looks at all pairs of places for all pairs of the query. */
    const plainly = (query: readonly string[], said: readonly number[]) => {
      const best = new Map<string, number>();
      for (const [i, first] of query.entries())
        for (const apart of [1, 2]) {
          const second = query[i + apart];
          if (second === undefined || second === first) continue;
          if (idOf(first) === GAP || idOf(second) === GAP) continue;
          const worth = Math.min(saying(first), saying(second)) / apart;
          const pair = [first, second].sort().join();
          for (const [at, one] of said.entries())
            for (const [to, other] of said.entries()) {
              const between = said.slice(Math.min(at, to), Math.max(at, to));
              if (one !== idOf(first) || other !== idOf(second) || between.length > window) continue;
              if (!between.includes(GAP))
                best.set(pair, Math.max(best.get(pair) ?? 0, worth / Math.sqrt(between.length)));
            }
        }
      return weight * [...best.values()].reduce((sum, worth) => sum + worth, 0);
    };
    const query = fc.array(fc.constantFrom(...known, 'никто'), { minLength: 1, maxLength: 6 });
    const document = fc.array(fc.constantFrom(...known.map(idOf), 0, GAP), { maxLength: 12 });
    expect(known.map(idOf)).not.toContain(GAP);
    fc.assert(
      fc.property(query, fc.array(document, { minLength: 1, maxLength: 3 }), (sequence, documents) => {
        // One scorer goes over many documents: none may leave a trace.
        const score = createProximity({ sequence, parameters: RANKING }, statistics);
        for (const said of documents)
          expect(score({ sequence: Uint32Array.from(said) })).toBeCloseTo(plainly(sequence, said), 9);
      }),
      { numRuns: 500 },
    );
  });
});

describe('fusion', () => {
  const scores = fc.array(
    fc.record({
      lexical: fc.double({ min: 0, max: 50, noNaN: true }),
      similarity: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 30 },
  );

  it('keeps the order of words without weight, and that of meaning with all of it', () => {
    fc.assert(
      fc.property(scores, (found) => {
        for (const [i, score] of fuse(found, 0).entries())
          expect(score).toBeCloseTo(found[i]?.lexical ?? 0, 6);
        const scores = fuse(found, 1);
        const byMeaning = found
          .map((one, i) => ({ one, score: scores[i] ?? 0 }))
          .toSorted((a, b) => b.score - a.score);
        const known = byMeaning.flatMap(({ one }) => one.similarity ?? []);
        const best = Math.max(...known, Number.NEGATIVE_INFINITY);
        if (new Set(known).size > 1) expect(byMeaning[0]?.one.similarity).toBeCloseTo(best, 6);
      }),
    );
  });

  it('stays finite and never above the best of words', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 1, noNaN: true }), (found, weight) => {
        const unit = Math.max(...found.map(({ lexical }) => lexical)) || 1;
        for (const score of fuse(found, weight)) {
          expect(Number.isFinite(score)).toBe(true);
          expect(score).toBeLessThanOrEqual(unit * 1.000001);
        }
      }),
    );
  });

  it('finds nothing by meaning where nothing stands out', () => {
    const near = (similarity: number, mean: number, deviation: number) =>
      isNearInMeaning(similarity, { parameters: RANKING }, { mean, deviation });
    expect(near(0.7, 0.7, 0)).toBe(false);
    expect(near(0.7, 0.5, 0.1)).toBe(false);
    expect(near(0.9, 0.5, 0.1)).toBe(true);
  });

  it('trusts meaning more, the fewer words are known', () => {
    const weigh = (familiarity: number) => weightOfMeaning({ familiarity, parameters: RANKING });
    expect(weigh(1)).toBeCloseTo(RANKING.meaning.familiar);
    expect(weigh(0)).toBeCloseTo(RANKING.meaning.strange);
    expect(weigh(0.5)).toBeGreaterThan(weigh(1));
  });
});

describe('near-copies', () => {
  const report = 'Во дворе дома не убирали снег, машины не проезжали, подрядчик получил штраф от акимата';
  const { vectors } = collect([
    ...Array.from({ length: 10 }, (_, i) => `${report} ${i}`),
    'Батареи были холодными, котельную починили в ноябре',
    'Мусор не вывозили из контейнеров, договор расторгли',
  ]);
  const placed = vectors.map((vector, i) => ({ vector, score: i < 10 ? 10 - i / 100 : 8 - i / 100 }));

  it('leave room for other cases', () => {
    const scores = lowerCopies(placed, RANKING.diversity);
    const ahead = scores.filter((score) => score > (scores[10] ?? 0));
    expect(ahead.length).toBeLessThanOrEqual(RANKING.diversity.together + 1);
    expect(scores).toHaveLength(placed.length);
  });

  it('are those whose terms in common are so large a part of all, whatever the documents', () => {
    const terms = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 });
    // No two sets so small have just this much in common.
    const alike = 0.79;
    const isAlike = (one: readonly number[], other: readonly number[]) => {
      const common = one.filter((term) => other.includes(term)).length;
      return common >= alike * (one.length + other.length - common);
    };
    fc.assert(
      fc.property(terms, terms, fc.boolean(), (one, other, isNear) => {
        // Half of them differ in a term or two alone.
        const second = isNear ? [...one.slice(1), ...other.slice(0, 1)] : other;
        const documents = [one, [...new Set(second)]];
        const ranked = documents.map((ids) => ({ vector: { terms: Uint32Array.from(ids) }, score: 1 }));
        const [, lowered] = lowerCopies(ranked, { alike, together: 1, kept: 0.5, compared: 2 });
        expect(lowered).toBe(isAlike(documents[0] ?? [], documents[1] ?? []) ? 0.5 : 1);
      }),
      { numRuns: 500 },
    );
  });

  it('do not touch what differs', () => {
    const different = placed.slice(9);
    expect(lowerCopies(different, RANKING.diversity)).toEqual(different.map(({ score }) => score));
  });
});

describe('the company of a case', () => {
  const { statistics, vectors } = collect([
    'Лифт стоит, лифты старые, замена лифтов в доме',
    'Старый лифт в доме, жильцы ждут замены лифта',
    'Лифты заменили, старые лифты вывезли из домов',
    'Сельский клуб закрыт на ремонт, дом культуры в селе',
  ]);

  it('raises a case among others that fit over a lone one of the same score', () => {
    const likeness = likenessByWords(vectors, statistics);
    const [, second = 0, , fourth = 0] = likeness(0);
    expect(second).toBeGreaterThan(fourth);
    expect(likeness(1)[0]).toBe(second);
    const scores = withCompany([10, 10, 9, 8], likeness, { weight: 0.5, neighbours: 2, compared: 4 });
    expect((scores[2] ?? 0) - (scores[3] ?? 0)).toBeGreaterThan(0.5);
  });

  /** Of 1 to 6 documents, the terms that each has with their counts. */
  const documents = fc.array(
    fc.dictionary(fc.integer({ min: 0, max: 15 }).map(String), fc.constantFrom(0.6, 1, 1.5, 4), {
      maxKeys: 9,
    }),
    { minLength: 1, maxLength: 6 },
  );
  const asVector = (counts: Readonly<Record<string, number>>): DocumentVector => ({
    terms: Uint32Array.from(Object.keys(counts), Number),
    counts: Float32Array.from(Object.values(counts)),
    length: 1,
    sequence: new Uint32Array(),
    places: new Uint8Array(),
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

  it('goes by the cosine of the terms, whatever the documents', () => {
    const weigh = (counts: Readonly<Record<string, number>>) =>
      new Map(
        Object.entries(counts).map(([id, count]) => [
          id,
          Math.log1p(Math.fround(count)) * statistics.informativeness(Number(id)),
        ]),
      );
    const product = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
      sum([...a].map(([id, weight]) => weight * (b.get(id) ?? 0)));
    fc.assert(
      fc.property(documents, (given) => {
        const likeness = likenessByWords(given.map(asVector), statistics);
        const weights = given.map(weigh);
        for (const [i, a] of weights.entries())
          for (const [j, b] of weights.entries()) {
            if (i === j) continue;
            const lengths = Math.sqrt(product(a, a) || 1) * Math.sqrt(product(b, b) || 1);
            expect(likeness(i)[j]).toBeCloseTo(product(a, b) / lengths, 9);
          }
      }),
    );
  });

  it('cohesion is the mean, over the pairs, of what their common terms say against all of each', () => {
    const said = (ids: readonly string[]) => sum(ids.map((id) => statistics.informativeness(Number(id))));
    fc.assert(
      fc.property(documents, (given) => {
        const ids = given.map((counts) => Object.keys(counts));
        const pairs = ids.flatMap((a, i) =>
          ids
            .slice(i + 1)
            .map((b) => said(a.filter((id) => b.includes(id))) / Math.sqrt(said(a) * said(b) || 1)),
        );
        const vectors = given.map((counts) => ({ vector: asVector(counts) }));
        expect(cohesion(vectors, statistics)).toBeCloseTo(sum(pairs) / Math.max(1, pairs.length), 9);
      }),
    );
  });

  it('mixes scores without leaving their range, and leaves those behind alone', () => {
    const likeness = likenessByWords(vectors, statistics);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 4, maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, weight) => {
          const sorted = given.toSorted((a, b) => b - a);
          const mixed = withCompany(sorted, likeness, { weight, neighbours: 1, compared: 3 });
          expect(mixed[3]).toBe(sorted[3]);
          for (const score of mixed) {
            expect(score).toBeLessThanOrEqual((sorted[0] ?? 0) + 1e-9);
            expect(score).toBeGreaterThanOrEqual((sorted[3] ?? 0) - 1e-9);
          }
        },
      ),
    );
  });
});
