import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import type { Candidate } from '../../../../src/search/application/engine.ts';
import type { SearchDocument } from '../../../../src/search/domain/search-document.ts';
import { createVocabulary } from '../../../../src/search/embedded/vocabulary.ts';
import { documentVector } from '../../../../src/search/ranking/document-vector.ts';
import { cohesion, feedbackTerms } from '../../../../src/search/ranking/feedback.ts';
import { RANKING } from '../../../../src/search/ranking/parameters.ts';
import { prior } from '../../../../src/search/ranking/prior.ts';
import { candidatesToRank, type Evidence, rank } from '../../../../src/search/ranking/rank.ts';
import { CollectionStatistics } from '../../../../src/search/ranking/statistics.ts';
import { TermTable } from '../../../../src/search/ranking/term-table.ts';
import { searchDocument } from '../search-document.ts';

const analyse = createAnalysis();
const EVIDENCE: Evidence = {
  now: new Date('2026-11-20T00:00:00Z'),
  semantic: undefined,
};

function collect(documents: readonly SearchDocument[]) {
  const statistics = new CollectionStatistics(createVocabulary());
  const candidates = documents.map((document): Candidate => {
    const vector = documentVector(document, analyse, statistics.table);
    statistics.add(vector, document.attributes);
    const { id, revision } = document;
    return { id, revision, score: 1, vector, attributes: document.attributes };
  });
  return { statistics, candidates };
}

function queryOf(text: string) {
  const terms = analyse(text).words.map(({ term }) => ({ term, weight: 1, alone: false }));
  return { terms, topics: [], sequence: [], matter: terms.length, familiarity: 1, parameters: RANKING };
}

const MATTERS = [
  'Во дворах не убирали снег, машины не могли проехать',
  'В домах не было отопления, батареи холодные',
  'Мусор не вывозили из контейнеров две недели',
  'Лифт не работал полгода, жильцы поднимались пешком',
];

describe('ranking', () => {
  it('puts what says the query first', async () => {
    const { statistics, candidates } = collect(
      MATTERS.map((problem, i) => searchDocument({ id: `m${i}`, problem })),
    );
    for (const [i, text] of ['снег во дворе', 'холодные батареи', 'вывоз мусора', 'сломан лифт'].entries()) {
      const ranked = rank(queryOf(text), { candidates, statistics }, EVIDENCE);
      expect(ranked[0]?.candidate.id).toBe(`m${i}`);
    }
  });

  it('is the same in whatever order the candidates come', async () => {
    const { statistics, candidates } = collect(
      Array.from({ length: 12 }, (_, i) => searchDocument({ id: `d${i}`, problem: MATTERS[i % 3] ?? '' })),
    );
    const ids = async (given: readonly Candidate[]) => {
      const ranked = rank(queryOf('снег мусор отопление'), { candidates: given, statistics }, EVIDENCE);
      return ranked.map(({ candidate }) => candidate.id);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(candidates, { minLength: candidates.length }),
        async (shuffled) => {
          expect(await ids(shuffled)).toEqual(await ids(candidates));
        },
      ),
    );
  });

  it('looks again only at texts with some words of matter', () => {
    const { statistics, candidates } = collect(
      Array.from({ length: 12 }, (_, i) =>
        searchDocument({ id: `d${i}`, problem: `${MATTERS[0]} ${i} ${MATTERS[i % 2]}` }),
      ),
    );
    const query = queryOf('снег во дворах');
    const scores = (matter: number, feedback = RANKING.feedback) =>
      rank(
        { ...query, matter, parameters: { ...RANKING, feedback } },
        { candidates, statistics },
        EVIDENCE,
      ).map(({ candidate, score }) => [candidate.id, score]);
    const once = scores(9, { ...RANKING.feedback, cohesion: Number.POSITIVE_INFINITY });
    for (const little of [0, 1, 2]) expect(scores(little)).toEqual(once);
    expect(scores(3)).not.toEqual(once);
  });

  it('lets evidence decide a tie, and nothing more', async () => {
    const problem = MATTERS[0] ?? '';
    const { statistics, candidates } = collect([
      searchDocument({ id: 'a-refused', problem, attributes: { outcome: 'refused' } }),
      searchDocument({ id: 'b-resolved', problem, attributes: { outcome: 'resolved' } }),
      searchDocument({ id: 'c-other', problem: MATTERS[1] ?? '', attributes: { outcome: 'resolved' } }),
    ]);
    const ranked = rank(queryOf('снег во дворах'), { candidates, statistics }, EVIDENCE);
    expect(ranked.map((r) => r.candidate.id)).toEqual(['b-resolved', 'a-refused', 'c-other']);
    const [first, second] = ranked;
    expect((first?.score ?? 0) / (second?.score ?? 1)).toBeLessThanOrEqual(1 + RANKING.prior);
  });

  it('gives every candidate a score and its reasons, also behind those that are looked at closely', () => {
    const { statistics, candidates } = collect(
      Array.from({ length: 4 }, (_, i) => searchDocument({ id: `b${i}`, problem: MATTERS[i] ?? '' })),
    );
    const query = { ...queryOf('вертолёт'), parameters: { ...RANKING, candidates: 2 } };
    const similarity = (id: string) => (id === 'b3' ? 0.1 : 0.9);
    const semantic = {
      model: 'test',
      mean: 0.1,
      deviation: 0.1,
      similarity,
      nearest: () => [],
    };
    const given = candidates.map((candidate) => ({ ...candidate, score: 0 }));
    const ranked = rank(query, { candidates: given, statistics }, { ...EVIDENCE, semantic });
    expect(ranked.map(({ candidate }) => candidate.id)).toEqual(['b0', 'b1', 'b2', 'b3']);
    for (const { score, lexical } of ranked) expect([score, lexical].every(Number.isFinite)).toBe(true);
    expect(ranked.map(({ nearInMeaning }) => nearInMeaning)).toEqual([true, true, true, false]);
  });

  it('keeps the prior between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('resolved', 'refused', 'in-progress', 'referendum'),
        fc.constantFrom('unverified', 'verified', 'outdated'),
        fc.option(fc.integer({ min: 1990, max: 2030 })),
        fc.nat(50),
        fc.nat(50),
        (outcome, confidence, year, total, worked) => {
          const { attributes } = searchDocument({
            attributes: { outcome, confidence, year, adoptions: { total, worked } },
          });
          expect(prior(attributes, EVIDENCE.now)).toBeGreaterThanOrEqual(0);
          expect(prior(attributes, EVIDENCE.now)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('leaves the query as it is where nothing scores', () => {
    const { statistics, candidates } = collect(
      Array.from({ length: 6 }, (_, i) => searchDocument({ id: `s${i}`, problem: MATTERS[0] ?? '' })),
    );
    const found = candidates.map(({ vector }) => ({ vector, score: 0 }));
    const query = [{ term: 'снег', weight: 1, alone: false }];
    expect(feedbackTerms(query, found, statistics, RANKING.feedback)).toEqual([]);
  });

  it('adds the words of like documents, and sees whether they are alike', () => {
    const alike = Array.from({ length: 6 }, (_, i) =>
      searchDocument({
        id: `s${i}`,
        problem: 'Снег не убирали, подрядчик нарушил договор на зимнее содержание',
      }),
    );
    const others = MATTERS.slice(1).map((problem, i) => searchDocument({ id: `o${i}`, problem }));
    const { statistics, candidates } = collect([...alike, ...others]);
    const found = candidates.map(({ vector }) => ({ vector, score: 1 }));
    const query = queryOf('снег').terms;
    const added = feedbackTerms(query, found.slice(0, 5), statistics, RANKING.feedback);
    expect(added.map(({ term }) => term)).toContain(analyse('подрядчик').words[0]?.term);
    expect(cohesion(found.slice(0, 5), statistics)).toBeGreaterThan(cohesion(found.slice(4), statistics));
  });
});

describe('document vectors', () => {
  it('take a case in several languages for one text', () => {
    const one = searchDocument({ title: 'Контейнер', problem: 'Контейнеры не вывозили' });
    const two = {
      ...one,
      passages: [
        ...one.passages,
        ...one.passages.map((passage) => ({ ...passage, language: 'kk' as const })),
      ],
    };
    const lengthOf = (document: SearchDocument) => documentVector(document, analyse, new TermTable()).length;
    expect(lengthOf(two)).toBeLessThan(1.2 * lengthOf(one));
  });

  it('leave no trace in the statistics when they are removed', () => {
    const { statistics, candidates } = collect(
      MATTERS.map((problem, i) => searchDocument({ id: `m${i}`, problem })),
    );
    for (const { vector, attributes } of candidates) statistics.remove(vector, attributes);
    expect(statistics.documents).toBe(0);
    expect(statistics.averageLength).toBe(1);
    expect(statistics.knows(analyse('снег').words[0]?.term ?? '')).toBe(false);
    expect(statistics.similar('снек', 1)).toEqual([]);
  });
});

describe('meaning that is compared elsewhere', () => {
  it('orders by the similarities that are told, and looks again without the vectors', () => {
    const { statistics, candidates } = collect(
      Array.from({ length: 9 }, (_, i) =>
        searchDocument({ id: `d${i}`, problem: `Во дворах не убирали снег, машины не могли проехать ${i}` }),
      ),
    );
    const told = new Map([
      ['d7', 0.9],
      ['d3', 0.8],
    ]);
    const semantic = {
      model: 'test',
      mean: 0.85,
      deviation: 0.05,
      similarity: (id: string) => told.get(id),
      otherwise: 0.75,
      nearest: () => [...told.keys()],
    };
    const ranked = rank(queryOf('снег во дворах'), { candidates, statistics }, { ...EVIDENCE, semantic });
    expect(ranked.slice(0, 2).map(({ candidate }) => candidate.id)).toEqual(['d7', 'd3']);
    expect(ranked.map(({ similarity }) => similarity)).toEqual([0.9, 0.8, ...Array(7).fill(null)]);
  });
});

describe('with vectors', () => {
  it('looks at fewer candidates closely for a few words, but where there are vectors', () => {
    const semantic = { model: 'test', mean: 0, deviation: 0, similarity: () => 0, nearest: () => [] };
    const closely = (matter: number, by: Evidence['semantic']) =>
      candidatesToRank({ matter, parameters: RANKING }, by);
    expect(closely(RANKING.enoughMatter - 1, undefined)).toBe(RANKING.fewWords.candidates);
    expect(closely(RANKING.enoughMatter - 1, semantic)).toBe(RANKING.candidates);
    expect(closely(RANKING.enoughMatter, undefined)).toBe(RANKING.candidates);
  });

  it('holds it against a case that it is near to everything, where a text says much', () => {
    const { statistics, candidates } = collect(
      ['hub', 'own'].map((id) => searchDocument({ id, problem: 'Во дворах не убирали снег' })),
    );
    const similarities = new Map([
      ['hub', 0.85],
      ['own', 0.84],
    ]);
    const first = (matter: number, hubness: (id: string) => number | undefined) => {
      const held = { towards: () => () => 0, likeness: () => () => new Float64Array(2), hubness };
      const semantic = {
        model: 'test',
        mean: 0.8,
        deviation: 0.02,
        similarity: (id: string) => similarities.get(id),
        nearest: () => [...similarities.keys()],
        held,
      };
      const ranked = rank(
        { ...queryOf('снег'), matter },
        { candidates, statistics },
        { ...EVIDENCE, semantic },
      );
      expect(new Map(ranked.map(({ candidate, similarity }) => [candidate.id, similarity]))).toEqual(
        similarities,
      );
      return ranked[0]?.candidate.id;
    };
    const hubness = (id: string) => (id === 'hub' ? 0.88 : 0.82);
    const { from, full } = RANKING.meaning.hubness;
    expect(first(from, hubness)).toBe('hub');
    expect(first(full, hubness)).toBe('own');
    expect(first(full, () => 0.85)).toBe('hub');
    expect(first(full, () => undefined)).toBe('hub');
  });
});
