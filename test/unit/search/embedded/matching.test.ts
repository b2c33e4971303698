import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseFilters, FACETS, type Facet } from '../../../../src/cases/index.ts';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import type { CandidatePlan } from '../../../../src/search/application/engine.ts';
import type { CaseAttributes, SearchDocument } from '../../../../src/search/domain/search-document.ts';
import { createTermIndex } from '../../../../src/search/embedded/term-index.ts';
import { topicScores } from '../../../../src/search/ranking/attributes.ts';
import { RANKING } from '../../../../src/search/ranking/parameters.ts';
import { createScorer } from '../../../../src/search/ranking/scorer.ts';
import { searchDocument } from '../search-document.ts';

const analyse = createAnalysis();
const WORDS = ['снег', 'двор', 'снежный', 'уборка', 'дворник', 'крыша', 'лёд', 'дорога', 'свет'];
const REGIONS = ['KZ-39', 'KZ-75', 'KZ'];
const SEASONS = ['winter', 'heating', 'summer'];

const attributes = fc.record({
  region: fc.constantFrom(...REGIONS),
  category: fc.constantFrom('snow-removal', 'heating'),
  outcome: fc.constantFrom('resolved', 'refused'),
  confidence: fc.constantFrom('verified', 'unverified'),
  year: fc.constantFrom(2024, 2025, null),
  seasons: fc.uniqueArray(fc.constantFrom(...SEASONS)),
  money: fc.constantFrom(100, 200, 300, null),
  date: fc.constantFrom('2024-05-01', '2025-01-01', null),
}) satisfies fc.Arbitrary<Partial<CaseAttributes>>;

const documents = fc.array(
  fc
    .record({
      attributes,
      // Short ones are as good as each other.
      words: fc.oneof(
        fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }),
        fc.array(fc.constantFrom(...WORDS.slice(0, 2)), { maxLength: 2 }),
      ),
    })
    .map(({ attributes: given, words }) => ({ attributes: given, problem: words.join(' ') })),
  { minLength: 1, maxLength: 25 },
);

const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const filters = fc
  .record({
    region: some(REGIONS),
    year: some(['2024', '2025']),
    season: some(SEASONS),
    category: some(['heating']),
    excludeRegion: some(REGIONS),
    moneyMin: fc.constantFrom(150, undefined),
    moneyMax: fc.constantFrom(250, undefined),
  })
  .map(
    (given): CaseFilters =>
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );

const plans = fc.record({
  words: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 4 }),
  topic: fc.boolean(),
  filters,
  sort: fc.constantFrom('relevance', 'newest', 'oldest', 'money'),
  limit: fc.integer({ min: 0, max: 30 }),
  near: fc.boolean(),
  except: fc.boolean(),
});

const toPlan = ({
  words,
  topic,
  near,
  except,
  ...given
}: typeof plans extends fc.Arbitrary<infer T> ? T : never) => ({
  terms: words.flatMap((word) => analyse(word).words.map(({ term }) => ({ term, weight: 1, alone: false }))),
  topics: topic ? [{ category: 'heating', weight: 1 }] : [],
  sequence: [],
  matter: 3,
  familiarity: 1,
  parameters: RANKING,
  ...given,
  ...(near && { semantic: SEMANTIC }),
  ...(except && { except: 'd0' }),
});

/** Every third case is near in meaning; every fifth has no vector. */
const similarity = (id: string) => {
  const number = Number(id.slice(1));
  return number % 5 === 4 ? undefined : number % 3 === 0 ? 0.9 : 0.1 + number / 1_000;
};
const SEMANTIC = {
  model: 'test',
  mean: 0.2,
  deviation: 0.1,
  similarity,
  nearest: () => [],
};

async function* once(all: readonly SearchDocument[]) {
  yield all;
}

/** An index in which a third of the documents were replaced and a sixth removed; and what is in it. */
async function filled(given: readonly { attributes: Partial<CaseAttributes>; problem: string }[]) {
  const all = given.map((one, i) => searchDocument({ id: `d${i}`, ...one }));
  const index = createTermIndex(analyse);
  await index.rebuild(
    once(all.map((one, i) => (i % 3 === 0 ? searchDocument({ id: one.id, problem: 'снег' }) : one))),
  );
  const removed = new Set(all.filter((_, i) => i % 6 === 5).map(({ id }) => id));
  await index.apply([
    ...all.filter((_, i) => i % 3 === 0).map((document) => ({ kind: 'put', document }) as const),
    ...[...removed].map((id) => ({ kind: 'remove', id }) as const),
  ]);
  return { index, all: all.filter(({ id }) => !removed.has(id)) };
}

/** An index of cases by their ids and problems. */
async function indexOf(problems: Readonly<Record<string, string>>) {
  const index = createTermIndex(analyse);
  await index.rebuild(once(Object.entries(problems).map(([id, problem]) => searchDocument({ id, problem }))));
  return index;
}

/** Cases on something else, beside which a word says something. */
const OTHERS = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`other-${i}`, 'Свет']));

const valuesOf = (document: SearchDocument, facet: Facet): readonly string[] => {
  const { seasons, year, ...rest } = document.attributes;
  if (facet === 'season') return seasons;
  return facet === 'year' ? (year === null ? [] : [String(year)]) : [rest[facet]];
};

const passes = ({ attributes: { region, money } }: SearchDocument, asked: CaseFilters) =>
  (region === 'KZ' || !asked.excludeRegion?.includes(region)) &&
  (asked.moneyMin === undefined || (money !== null && money >= asked.moneyMin)) &&
  (asked.moneyMax === undefined || (money !== null && money <= asked.moneyMax));

const passesFacet = (document: SearchDocument, asked: CaseFilters, facet: Facet) => {
  const wanted: readonly string[] | undefined = asked[facet];
  return wanted === undefined || valuesOf(document, facet).some((value) => wanted.includes(value));
};

describe('matching', () => {
  it('finds, counts and orders as looking at every document by itself does', async () => {
    await fc.assert(
      fc.asyncProperty(documents, plans, async (given, asked) => {
        const { index, all } = await filled(given);
        const plan: CandidatePlan = toPlan(asked);
        const open: CandidatePlan = { ...plan, filters: {}, limit: all.length };
        const evident = new Map((await index.candidates(open)).candidates.map((one) => [one.id, one]));
        const found = await index.candidates(plan);
        const left = all.filter((one) => evident.has(one.id) && passes(one, plan.filters));
        const matching = left.filter((one) => FACETS.every((facet) => passesFacet(one, plan.filters, facet)));
        expect(found.total).toBe(matching.length);
        expect(found.candidates).toHaveLength(Math.min(plan.limit, matching.length));
        const whole = await index.candidates({ ...plan, limit: all.length });
        expect(new Set(whole.candidates.map(({ id }) => id))).toEqual(new Set(matching.map(({ id }) => id)));
        expect(found.candidates).toEqual(whole.candidates.slice(0, plan.limit));
        expect(whole.candidates.map(({ id }) => id)).toEqual(inOrder(whole.candidates, plan));
        for (const facet of FACETS) {
          const counts = new Map<string, number>();
          for (const one of left.filter((document) =>
            FACETS.every((other) => other === facet || passesFacet(document, plan.filters, other)),
          ))
            for (const value of valuesOf(one, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
          const expected = [...counts]
            .map(([value, count]) => ({ value, count }))
            .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
          expect((await index.facets(plan))[facet]).toEqual(expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps nothing from before a change: it answers as an index does that is new', async () => {
    await fc.assert(
      fc.asyncProperty(documents, documents, plans, fc.boolean(), async (before, after, asked, few) => {
        const later = after.map((one, i) => searchDocument({ id: `d${i}`, ...one }));
        const gone = before.map((_, i) => `d${i}`).slice(later.length);
        const { index } = await filled(before);
        const fresh = createTermIndex(analyse);
        await fresh.rebuild(once(later));
        const phrases = [WORDS.slice(0, 2), WORDS.slice(3, 6)].map((phrase) =>
          phrase.flatMap((word) => analyse(word).words.map(({ term }) => term)),
        );
        const ask = (of: typeof index) => {
          const plan = toPlan(asked);
          // A part of a phrase is no reason to show a case, enough of them are.
          const parts = phrases.flat().map((term) => ({ term, weight: 0.5, alone: true, isPart: true }));
          const terms = [...plan.terms, ...(plan.terms.length === 0 ? [] : parts)];
          return askedFor({ ...plan, terms, phrases, matter: few ? 1 : 50, limit: 30 }, of);
        };
        await ask(index);
        await index.apply([
          ...later.map((document) => ({ kind: 'put', document }) as const),
          ...gone.map((id) => ({ kind: 'remove', id }) as const),
        ]);
        const [[found, facets], [expected, expectedFacets]] = [await ask(index), await ask(fresh)];
        const scores = ({ candidates }: typeof found) =>
          new Map(candidates.map(({ id, score }) => [id, expect.closeTo(score, 9)]));
        expect(new Map(found.candidates.map(({ id, score }) => [id, score]))).toEqual(scores(expected));
        expect(found.total).toBe(expected.total);
        expect(facets).toEqual(expectedFacets);
      }),
    );
  });

  it('finds a case that came after its common word was asked for, and no more when it is gone', async () => {
    const index = await indexOf({
      ...Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`snow-${i}`, 'Снег'])),
      ...OTHERS,
    });
    const plan = toPlan({ words: ['снег'], topic: false, near: false, except: false, ...WHOLE });
    const total = async () => (await index.candidates({ ...plan, matter: 1 })).total;
    expect(await total()).toBe(70);
    await index.apply([{ kind: 'put', document: searchDocument({ id: 'late', problem: 'Снег' }) }]);
    expect(await total()).toBe(71);
    await index.apply([{ kind: 'remove', id: 'snow-0' }]);
    expect(await total()).toBe(70);
  });

  it('finds among hundreds the cases that say a word, wherever they stand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 100, maxLength: 300 }), async (says) => {
        const index = await indexOf(
          Object.fromEntries(says.map((one, i) => [`d${i}`, one ? 'Снег' : 'Свет'])),
        );
        const plan = toPlan({ words: ['снег'], topic: false, near: false, except: false, ...WHOLE });
        const { candidates } = await index.candidates({ ...plan, matter: 1, limit: says.length });
        const saying = says.flatMap((one, i) => (one ? [`d${i}`] : []));
        expect(new Set(candidates.map(({ id }) => id))).toEqual(new Set(saying));
      }),
      { numRuns: 20 },
    );
  });

  it('finds by a long text all that go far enough beside the best one, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(documents, { minLength: 1, maxLength: 3 }),
        plans,
        fc.constantFrom(0.2, 0.5, 0.9),
        async (given, asked, evidence) => {
          const { index, all } = await filled(given.flat());
          const words = { ...toPlan({ ...asked, near: false, filters: {}, sort: 'relevance' }), matter: 50 };
          const plan = { ...words, limit: all.length };
          if (plan.terms.length === 0) return;
          const scoring = await index.candidates({ ...plan, parameters: { ...RANKING, evidence: 0 } });
          const best = Math.max(...scoring.candidates.map(({ score }) => score));
          const found = await index.candidates({ ...plan, parameters: { ...RANKING, evidence } });
          expect(found.candidates.map(({ id }) => id)).toEqual(
            scoring.candidates.filter(({ score }) => score >= best * evidence).map(({ id }) => id),
          );
        },
      ),
    );
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('judges by the best one wherever it stands: %i', async (best) => {
    const index = await indexOf({
      ...Object.fromEntries(
        Array.from({ length: 7 }, (_, i) => [
          `d${i}`,
          i === best ? 'Снег' : 'Снег, двор, крыша, лёд, дорога',
        ]),
      ),
      ...OTHERS,
    });
    const plan = toPlan({ words: ['снег'], topic: false, near: false, except: false, ...WHOLE });
    const strict = { ...plan, limit: 10, matter: 50, parameters: { ...RANKING, evidence: 0.95 } };
    expect((await index.candidates(strict)).candidates.map(({ id }) => id)).toEqual([`d${best}`]);
  });

  it('scores roughly what the ranker gives for terms, roots and topics', async () => {
    const { level } = RANKING;
    await fc.assert(
      fc.asyncProperty(documents, plans, fc.boolean(), async (given, asked, alone) => {
        const { index } = await filled(given);
        const whole = toPlan({ ...asked, near: false, limit: given.length });
        // As many words of others as of the text itself.
        const terms = whole.terms.map((term, i) => ({ ...term, weight: 1 + i, alone: alone && i % 2 === 0 }));
        const { candidates, statistics } = await index.candidates({ ...whole, terms });
        if (terms.length === 0) return;
        const scoreOf = createScorer(terms, statistics, { ...RANKING, level: { ...level, piece: 0 } });
        const topicScore = topicScores(whole, statistics);
        for (const { vector, attributes, score } of candidates)
          expect(score / (scoreOf(vector) + topicScore(attributes.category))).toBeCloseTo(1, 6);
      }),
    );
  });

  it('finds by a phrase what says enough of it, and nothing by parts of several', async () => {
    const index = await indexOf({
      yard: 'Снег лежит, двор закрыт',
      roof: 'Крыша, лёд',
      parts: 'Снег, крыша',
      ...OTHERS,
    });
    const terms = (words: string) => analyse(words).words.map(({ term }) => term);
    const phrases = [terms('снег двор'), terms('крыша лёд')];
    const parts = phrases.flat().map((term) => ({ term, weight: 1, alone: true, isPart: true }));
    const plan = toPlan({ words: [], topic: false, near: false, except: false, ...WHOLE });
    for (const phrase of [...phrases, ...phrases.toReversed()]) {
      const asked = { ...plan, terms: parts, phrases: [phrase], limit: 5 };
      const { candidates } = await index.candidates(asked);
      expect(candidates.map(({ id }) => id)).toEqual([phrase === phrases[0] ? 'yard' : 'roof']);
    }
  });

  it('takes of cases that are as good as each other those that come first in every process', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `case-${String(i).padStart(2, '0')}`);
    const index = await indexOf(Object.fromEntries(ids.toReversed().map((id) => [id, 'Снег'])));
    const plan = {
      ...toPlan({ words: ['снег'], topic: false, near: false, except: false, ...WHOLE }),
      limit: 5,
    };
    expect((await index.candidates(plan)).candidates.map(({ id }) => id)).toEqual(ids.slice(0, 5));
  });

  it('judges by the best of the others where a case is left out', async () => {
    const index = await indexOf({ d0: 'Снег, двор, уборка, крыша', d1: 'Снег и свет', ...OTHERS });
    const words = ['снег', 'двор', 'уборка', 'крыша'];
    const plan = { ...toPlan({ words, topic: false, near: false, except: true, ...WHOLE }), limit: 5 };
    const strict = { ...plan, parameters: { ...RANKING, evidence: 0.9 } };
    expect((await index.candidates(strict)).candidates.map(({ id }) => id)).toEqual(['d1']);
    const { except, ...all } = strict;
    expect((await index.candidates(all)).candidates.map(({ id }) => id)).toEqual([except]);
  });

  it('has evidence for every document that says the word of the query or one made of it, and for no other', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.constantFrom(...WORDS), async (given, word) => {
        const { index, all } = await filled(given);
        const plan = toPlan({ words: [word], topic: false, near: false, except: false, ...WHOLE });
        const parameters = { ...RANKING, evidence: 0 };
        const { candidates } = await index.candidates({ ...plan, parameters, limit: all.length });
        const stem = plan.terms[0]?.term ?? '';
        const says = all.filter(({ passages }) =>
          passages.some(({ text }) =>
            analyse(text, 'ru').words.some(
              ({ term }) =>
                term.startsWith(stem) || (stem.startsWith(term) && term.length >= 0.7 * stem.length),
            ),
          ),
        );
        expect(new Set(candidates.map(({ id }) => id))).toEqual(new Set(says.map(({ id }) => id)));
      }),
    );
  });
});

/** Candidates and facets. */
const askedFor = (plan: CandidatePlan, of: Awaited<ReturnType<typeof filled>>['index']) =>
  Promise.all([of.candidates(plan), of.facets(plan)]);

const WHOLE = { filters: {}, sort: 'relevance', limit: 0 } as const;

/** The ids sorted in full by what the plan asks for, then by score, then by id. */
function inOrder(
  candidates: readonly { id: string; score: number; attributes: CaseAttributes }[],
  { sort, terms }: CandidatePlan,
): string[] {
  const key = ({ attributes: { date, money } }: { attributes: CaseAttributes }): number => {
    const by = sort === 'relevance' && terms.length === 0 ? 'newest' : sort;
    if (by === 'relevance') return 0;
    if (by === 'money') return money ?? Number.NEGATIVE_INFINITY;
    const time = date === null ? Number.NEGATIVE_INFINITY : Date.parse(date);
    return by === 'newest' || date === null ? time : -time;
  };
  const compare = (a: number, b: number) => (a === b ? 0 : b - a);
  return candidates
    .toSorted((a, b) => compare(key(a), key(b)) || b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
