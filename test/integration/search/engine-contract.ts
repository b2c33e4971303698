import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../src/kernel/language.ts';
import { createAnalysis } from '../../../src/search/analysis/analyse-text.ts';
import { spokenWords } from '../../../src/search/analysis/spoken-words.ts';
import type { CandidatePlan, Engine, FedIndex } from '../../../src/search/application/engine.ts';
import type { SearchDocument } from '../../../src/search/domain/search-document.ts';
import { RANKING } from '../../../src/search/ranking/parameters.ts';
import { searchDocument } from '../../unit/search/search-document.ts';

const analyse = createAnalysis();

function plan(text: string, given: Partial<CandidatePlan> = {}): CandidatePlan {
  const terms = analyse(text).words.flatMap(({ term, role }) =>
    role === 'stop' ? [] : [{ term, weight: 1, alone: false }],
  );
  return {
    terms,
    topics: [],
    sequence: [],
    matter: 3,
    familiarity: 1,
    parameters: RANKING,
    filters: {},
    sort: 'relevance',
    limit: 100,
    ...given,
  };
}

const DOCUMENTS: readonly SearchDocument[] = [
  searchDocument({
    id: 'snow-kostanay',
    title: 'Костанай: уборка снега на два года',
    problem: 'Дворы не чистили от снега',
    attributes: { region: 'KZ-39', year: 2025, money: 500, date: '2025-02-01', seasons: ['winter'] },
  }),
  searchDocument({
    id: 'snow-aktobe',
    title: 'Актобе: снег убирают по участкам',
    problem: 'Снег лежал на тротуарах',
    attributes: { region: 'KZ-15', year: 2024, money: 900, date: '2024-12-01', outcome: 'in-progress' },
  }),
  searchDocument({
    id: 'snow-country',
    title: 'Правила уборки снега',
    problem: 'Снег убирали по разным правилам',
    attributes: { region: 'KZ', year: null, date: null, money: null, outcome: 'partially-resolved' },
  }),
  searchDocument({
    id: 'heat-ridder',
    title: 'Риддер: отопление',
    problem: 'Батареи были холодными',
    attributes: {
      region: 'KZ-63',
      category: 'heating',
      year: 2023,
      date: '2023-01-15',
      seasons: ['heating', 'winter'],
    },
  }),
];

async function* once(documents: readonly SearchDocument[]): AsyncGenerator<readonly SearchDocument[]> {
  yield documents;
}

const put = (document: SearchDocument) => ({ kind: 'put', document }) as const;

/**
 * What every engine must do; run over each of them. `open` gives an empty one, `turns` suits its speed of writing, and
 * `failures` are those that it hides since it can go on without.
 */
export function engineContract(
  name: string,
  open: () => Promise<Engine & FedIndex>,
  { turns = 300, failures = [] }: { turns?: number; failures?: unknown[] } = {},
): void {
  describe(`the ${name} engine keeps the contract`, () => {
    let engine: Engine & FedIndex;
    const ids = async (asked: CandidatePlan) =>
      (await engine.candidates(asked)).candidates.map(({ id }) => id);

    const suggest = (typed: string, language: Language = 'ru') => {
      const words = spokenWords(typed, analyse);
      return engine.suggest({ words, language, forgiving: true, limit: 5 });
    };

    beforeEach(async () => {
      engine = await open();
      await engine.apply(DOCUMENTS.map(put));
    });
    afterEach(() => {
      expect(failures.splice(0)).toEqual([]);
    });

    it('finds the cases with evidence, and says how many', async () => {
      const found = await engine.candidates(plan('снег'));
      expect(new Set(found.candidates.map(({ id }) => id))).toEqual(
        new Set(['snow-kostanay', 'snow-aktobe', 'snow-country']),
      );
      expect(found).toMatchObject({ total: 3, totalIsLowerBound: false });
      expect(await ids(plan('паводок'))).toEqual([]);
    });

    it('gives what ranking needs: vectors that the statistics explain, and attributes', async () => {
      const { candidates, statistics } = await engine.candidates(plan('холодные батареи'));
      expect(candidates[0]).toMatchObject({ id: 'heat-ridder', attributes: { region: 'KZ-63' } });
      const said = [...(candidates[0]?.vector.terms ?? [])].map((id) => statistics.table.terms[id]);
      expect(said).toContain(analyse('отопление').words[0]?.term);
      expect(statistics.documents).toBe(DOCUMENTS.length);
      expect((await engine.statistics()).knows(analyse('снег').words[0]?.term ?? '')).toBe(true);
    });

    it('lists everything that the filters leave when no term is given, newest first', async () => {
      expect(await ids(plan(''))).toEqual(['snow-kostanay', 'snow-aktobe', 'heat-ridder', 'snow-country']);
    });

    it.each([
      ['newest', ['snow-kostanay', 'snow-aktobe', 'heat-ridder', 'snow-country']],
      ['oldest', ['heat-ridder', 'snow-aktobe', 'snow-kostanay', 'snow-country']],
      ['money', ['snow-aktobe', 'snow-kostanay', 'heat-ridder', 'snow-country']],
    ] as const)('sorts by %s, the unknown last', async (sort, expected) => {
      expect(await ids(plan('', { sort }))).toEqual(expected);
      expect(await ids(plan('', { sort, limit: 2 }))).toEqual(expected.slice(0, 2));
    });

    it.each([
      [{ region: ['KZ-39'] }, ['snow-kostanay']],
      [{ region: ['KZ-39', 'KZ-63'] }, ['snow-kostanay', 'heat-ridder']],
      [{ category: ['heating'] }, ['heat-ridder']],
      [{ outcome: ['in-progress' as const] }, ['snow-aktobe']],
      [{ year: ['2023', '2024'] }, ['snow-aktobe', 'heat-ridder']],
      [{ season: ['heating'] }, ['heat-ridder']],
      [{ confidence: ['verified' as const] }, []],
      [{ excludeRegion: ['KZ-39'] }, ['snow-aktobe', 'heat-ridder', 'snow-country']],
      [{ excludeRegion: ['KZ'] }, ['snow-kostanay', 'snow-aktobe', 'heat-ridder', 'snow-country']],
      [{ moneyMin: 600 }, ['snow-aktobe']],
      [{ moneyMax: 600 }, ['snow-kostanay']],
      [{ region: ['KZ-39'], year: ['2024'] }, []],
    ])('filters by %j', async (filters, expected) => {
      expect(await ids(plan('', { filters }))).toEqual(expected);
    });

    it('counts every facet without its own filter, over what matched', async () => {
      const facets = await engine.facets(plan('снег', { filters: { region: ['KZ-39'] } }));
      expect(new Map(facets.region.map(({ value, count }) => [value, count]))).toEqual(
        new Map([
          ['KZ-39', 1],
          ['KZ-15', 1],
          ['KZ', 1],
        ]),
      );
      expect(facets.year).toEqual([{ value: '2025', count: 1 }]);
      expect(facets.category).toEqual([{ value: 'snow-removal', count: 1 }]);
    });

    it('counts every facet of a listing, likewise', async () => {
      const counts = async (filters: CandidatePlan['filters']) => {
        const facets = await engine.facets(plan('', { filters }));
        return Object.fromEntries(
          Object.entries(facets).map(([facet, values]) => [
            facet,
            Object.fromEntries(values.map(({ value, count }) => [value, count])),
          ]),
        );
      };
      expect(await counts({})).toEqual({
        region: { 'KZ-39': 1, 'KZ-15': 1, KZ: 1, 'KZ-63': 1 },
        category: { 'snow-removal': 3, heating: 1 },
        outcome: { resolved: 2, 'in-progress': 1, 'partially-resolved': 1 },
        year: { 2025: 1, 2024: 1, 2023: 1 },
        season: { winter: 4, heating: 1 },
        confidence: { unverified: 4 },
      });
      expect(await counts({ season: ['heating'], excludeRegion: ['KZ-39'], moneyMax: 900 })).toEqual({
        region: {},
        category: {},
        outcome: {},
        year: {},
        season: { winter: 1 },
        confidence: {},
      });
      expect(await counts({ season: ['heating'], year: ['2023', '2024'] })).toEqual({
        region: { 'KZ-63': 1 },
        category: { heating: 1 },
        outcome: { resolved: 1 },
        year: { 2023: 1 },
        season: { winter: 2, heating: 1 },
        confidence: { unverified: 1 },
      });
    });

    it('leaves out the case that others are compared with, whatever it would have scored', async () => {
      const found = await ids(plan('снег дворы Костанай', { except: 'snow-kostanay' }));
      expect(found).toContain('snow-aktobe');
      expect(found).not.toContain('snow-kostanay');
    });

    it('replaces whole documents and takes others out', async () => {
      await engine.apply([
        put(searchDocument({ id: 'snow-aktobe', revision: 2, title: 'Лифты', problem: 'Лифт сломан' })),
        { kind: 'remove', id: 'snow-country' },
        { kind: 'remove', id: 'never-there' },
      ]);
      expect(await ids(plan('снег'))).toEqual(['snow-kostanay']);
      expect(await ids(plan('лифт'))).toEqual(['snow-aktobe']);
      expect(await engine.revisions()).toEqual(
        new Map([
          ['snow-kostanay', 1],
          ['snow-aktobe', 2],
          ['heat-ridder', 1],
        ]),
      );
      expect(await engine.health()).toEqual({ documents: 3 });
    });

    it('stays right after many changes of the same cases', async () => {
      for (let turn = 0; turn < turns; turn++)
        await engine.apply([
          put(searchDocument({ id: 'moving', title: turn % 2 === 0 ? 'Лифты' : 'Собаки' })),
        ]);
      expect(await ids(plan('собаки'))).toEqual(['moving']);
      expect(await ids(plan('лифты'))).toEqual([]);
      expect((await engine.statistics()).documents).toBe(DOCUMENTS.length + 1);
      expect((await ids(plan('снег'))).length).toBe(3);
    });

    it('is rebuilt from documents, and answers from the old ones until then', async () => {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      async function* slowly(): AsyncGenerator<readonly SearchDocument[]> {
        yield DOCUMENTS.slice(0, 1);
        await held;
      }
      const rebuilt = engine.rebuild(slowly());
      expect((await ids(plan('снег'))).length).toBe(3);
      release();
      await rebuilt;
      expect(await ids(plan('снег'))).toEqual(['snow-kostanay']);
      await engine.rebuild(once([]));
      expect(await engine.health()).toEqual({ documents: 0 });
      expect(await ids(plan('снег'))).toEqual([]);
    });

    it('gives documents by id, in the order asked for', async () => {
      const documents = await engine.documents(['heat-ridder', 'unknown', 'snow-aktobe']);
      expect(documents).toEqual([DOCUMENTS[3], DOCUMENTS[1]]);
    });

    it.each([
      ['уборка сне', ['snow-country', 'snow-kostanay']],
      ['отоплен', ['heat-ridder']],
      ['отполение', ['heat-ridder']],
      ['qwertyuiop', []],
    ])('suggests cases for %s', async (typed, expected) => {
      expect((await suggest(typed)).cases.toSorted()).toEqual(expected);
    });

    it.each([
      ['отоп', ['отопление']],
      ['атопл', ['отопление']],
      ['трот', ['тротуарах']],
      ['отопление', []],
    ])('suggests words of the collection that go on from %s', async (typed, expected) => {
      expect((await suggest(typed)).words).toEqual(expected);
    });

    it('suggests one form of a word, and none that no case has any more', async () => {
      expect((await suggest('сне')).words).toEqual([expect.stringMatching(/^снега?$/)]);
      await engine.apply(['snow-kostanay', 'snow-country'].map((id) => ({ kind: 'remove', id })));
      expect((await suggest('сне')).words).toEqual(['снег']);
    });

    it('suggests first what is in the language of the reader', async () => {
      const passages = [{ field: 'title', language: 'kk', text: 'Қостанайдағы қар' }] as const;
      await engine.apply([put(searchDocument({ id: 'snow-kazakh', passages }))]);
      expect((await suggest('костана', 'kk')).cases[0]).toBe('snow-kazakh');
      expect((await suggest('костана', 'ru')).cases[0]).toBe('snow-kostanay');
    });
  });
}
