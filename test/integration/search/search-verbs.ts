import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CaseContentInput } from '../../../src/cases/index.ts';
import { AppError } from '../../../src/kernel/errors.ts';
import type { EngineName } from '../../../src/search/application/engine.ts';
import type { Practices } from '../../../src/search/application/find-practices.ts';
import { searchAnswer, searchInput } from '../../../src/search/domain/search.ts';
import { caseInput } from '../../support/case-input.ts';
import { testContext } from '../../support/context.ts';
import { useSearch } from './use-search.ts';

const text = (title: string, problem: string, done: string): CaseContentInput['translations'] => ({
  ru: { title, summary: `${title}. Коротко.`, sections: { problem, done }, origin: 'original' },
});

const CASES: Partial<CaseContentInput>[] = [
  {
    slug: 'kostanay-snow-lots',
    region: 'KZ-39',
    seasons: ['winter'],
    resolvedOn: '2025-02-01',
    money: [{ amount: 700_000_000, kind: 'contract', what: 'уборка снега' }],
    translations: {
      ...text(
        'Костанай: договоры на уборку снега на два года',
        'Жители жаловались, что дворы не чистят от снега и наледи, машины не могут проехать.',
        'Акимат заключил с подрядчиками двухлетние договоры на зимнее содержание улиц.',
      ),
      kk: {
        title: 'Қостанай: қар тазалауға екі жылдық шарттар',
        summary: 'Аулалар қардан тазаланбаған, әкімдік екі жылдық шарт жасасты.',
        origin: 'machine',
      },
    },
  },
  {
    slug: 'aktobe-snow-sections',
    region: 'KZ-15',
    outcome: 'in-progress',
    resolvedOn: '2024-03-01',
    translations: text(
      'Актобе: город поделён на участки уборки снега',
      'Снег вывозили поздно, на тротуарах лежал гололёд.',
      'Город поделили на восемнадцать участков.',
    ),
  },
  {
    slug: 'ridder-heating',
    region: 'KZ-63',
    category: 'heating',
    translations: text(
      'Риддер: ремонт котельной до отопительного сезона',
      'В квартирах были холодные батареи, отопления не было неделю.',
      'Отремонтировали котлы и теплотрассу.',
    ),
  },
];

const head = (title: string) => ({ title, summary: title });
const PRACTICES: Practices = {
  texts: [
    {
      slug: 'snow',
      category: 'snow-removal',
      heads: { ru: head('Уборка снега'), kk: head('Қар тазалау'), en: head('Snow removal') },
      text: 'Договоры и весы.',
    },
  ],
  named: (slugs, language) =>
    slugs.map((slug) => ({ slug, url: `/${language}/practices/${slug}`, ...head('Уборка снега') })),
};

/** What the verbs of search must do, whatever engine answers. */
export function searchVerbs(name: EngineName): void {
  const search = useSearch(
    async ({ verbs, ctx }) => {
      for (const given of CASES) {
        const { id } = await verbs.createCase({ ctx, input: { content: caseInput(given) } });
        await verbs.publishCase({ ctx, input: { id } });
      }
    },
    { practices: PRACTICES, engine: name },
  );

  afterEach(() => {
    expect(search().failures.splice(0)).toEqual([]);
  });

  const ask = (given: object, language: 'kk' | 'ru' | 'en' = 'ru') =>
    search().search.searchCases({
      ctx: testContext({ language }),
      input: searchInput.parse({ text: '', ...given }),
    });
  const slugs = (answer: Awaited<ReturnType<typeof ask>>) => answer.hits.map((hit) => hit.case.slug);

  const COMPLAINT = `Здравствуйте, уважаемый аким! Обращаюсь к Вам от имени жителей дома 14 по ул. Абая.
Уже третью неделю в нашем дворе не убирают снег, скорая помощь не может проехать, у подъездов гололёд.
Прошу принять меры. Заранее благодарны. Тел. 8 701 000 00 00`;

  describe('searchCases', () => {
    it('answers a complaint to the letter of the contract', async () => {
      const answer = await ask({ text: COMPLAINT, explain: true });
      expect(searchAnswer.parse(answer)).toEqual(answer);
      expect(new Set(slugs(answer).slice(0, 2))).toEqual(
        new Set(['kostanay-snow-lots', 'aktobe-snow-sections']),
      );
      expect(answer).toMatchObject({
        query: { language: 'ru', topic: { code: 'snow-removal' } },
        engine: name,
        embedder: null,
        degraded: false,
        totalIsLowerBound: false,
      });
      expect(answer.query.terms).toContain('снег');
      expect(answer.query.terms).not.toContain('здравствуйте');
      const [first] = answer.hits;
      expect(first?.matched.map(({ term }) => term)).toContain('снег');
      expect(first?.snippets[0]?.html).toContain('<mark>');
      expect(first?.explanation?.terms.length).toBeGreaterThan(0);
    });

    it.each([
      { text: 'снег', whole: true },
      { text: 'снег на дороге', whole: true },
      // What an expression says by its words is told by them.
      { text: 'жылу жоқ', whole: false },
      { text: COMPLAINT, whole: false },
    ])('explains each hit by parts of its score: $text', async ({ text, whole }) => {
      const { hits } = await ask({ text, explain: true });
      expect(hits.length).toBeGreaterThan(0);
      for (const { explanation } of hits) {
        const { lexical = 0, proximity = 0, topic = 0, terms = [] } = explanation ?? {};
        const sum = terms.reduce((all, { score }) => all + score, proximity + topic);
        expect(topic).toBeGreaterThan(0);
        for (const { score } of terms) expect(score).toBeGreaterThan(0);
        if (whole) expect(sum).toBeCloseTo(lexical, 2);
        else expect(sum).toBeLessThanOrEqual(lexical + 0.01);
      }
    });

    it('tells what the topic gave in every order, and the words only where they are asked for', async () => {
      const heating = async (given: object) => {
        const { hits } = await ask({ text: 'жылу жоқ', ...given });
        return hits.find((hit) => hit.case.slug === 'ridder-heating')?.explanation;
      };
      const first = await heating({ explain: true });
      expect(first?.topic).toBeGreaterThan(0);
      expect((await heating({ explain: true, sort: 'newest' }))?.topic).toBe(first?.topic);
      expect(await heating({ explain: 'briefly' })).toEqual({ ...first, terms: [] });
      expect(await heating({})).toBeUndefined();
    });

    it.each([
      ['Біздің аулада қар тазаланбайды, көлік өте алмайды', 'kk', 'snow'],
      ['bizdin aulada kar tazalanbaidy', 'kk', 'snow'],
      ['v nashem dvore ne ubirayut sneg', 'ru', 'snow'],
      ['nobody clears the snow in our yard', 'en', 'snow'],
      ['Пәтерде жылу жоқ, батареялар мұздай', 'kk', 'ridder-heating'],
      ['xолодныe батapeи', 'ru', 'ridder-heating'],
      ['халодные батареи отаплиние', 'ru', 'ridder-heating'],
    ])('finds the precedent for: %s', async (complaint, language, slug) => {
      const answer = await ask({ text: complaint });
      expect(answer.query.language).toBe(language);
      expect(slugs(answer)[0]).toContain(slug);
    });

    it('puts the cases of a region that a few words name before others, and says why', async () => {
      const ask = (text: string) =>
        search().search.searchCases({
          ctx: testContext({ language: 'ru' }),
          input: searchInput.parse({ text, explain: true }),
        });
      for (const [text, region, slug] of [
        ['снег в Костанае', 'KZ-39', 'kostanay-snow-lots'],
        ['снег Актобе', 'KZ-15', 'aktobe-snow-sections'],
        ['Ақтөбеде қар', 'KZ-15', 'aktobe-snow-sections'],
      ] as const) {
        const { query, hits } = await ask(text);
        expect(
          query.regions.map(({ code }) => code),
          text,
        ).toEqual([region]);
        expect(hits[0]?.case.slug).toBe(slug);
        expect(hits[0]?.explanation?.region).toBeGreaterThan(0);
        expect(hits[1]?.explanation?.region).toBe(0);
      }
      expect((await ask('снег')).query.regions).toEqual([]);
    });

    it('counts facets with names in the language of the answer', async () => {
      const { facets } = await ask({ text: 'снег' }, 'kk');
      expect(facets.region).toContainEqual({ value: 'KZ-39', name: 'Қостанай облысы', count: 1 });
      expect(facets.outcome.map(({ value }) => value)).toEqual(
        expect.arrayContaining(['resolved', 'in-progress']),
      );
      for (const { name, value } of [...facets.outcome, ...facets.confidence, ...facets.season])
        expect(name).not.toBe(value);
    });

    it('takes aliases of regions, and categories with what is below them', async () => {
      expect(slugs(await ask({ filters: { region: ['KZ-KUS'] } }))).toEqual(['kostanay-snow-lots']);
      expect(slugs(await ask({ filters: { region: ['Костанай'] } }))).toEqual(['kostanay-snow-lots']);
      expect(slugs(await ask({ filters: { category: ['utilities'] } }))).toEqual(['ridder-heating']);
      expect(slugs(await ask({ filters: { excludeRegion: ['KZ-39'], category: ['snow-removal'] } }))).toEqual(
        ['aktobe-snow-sections'],
      );
      expect(slugs(await ask({ filters: { moneyMin: 1 } }))).toEqual(['kostanay-snow-lots']);
    });

    it('refuses a filter value that does not exist, with its path', async () => {
      const refused = ask({ text: 'снег', filters: { region: ['KZ-39', 'KZ-99'] } });
      await expect(refused).rejects.toThrow(AppError);
      await expect(refused).rejects.toMatchObject({
        code: 'invalid-input',
        problems: [{ path: '/filters/region/1' }],
      });
      await expect(ask({ filters: { category: ['weather'] } })).rejects.toMatchObject({
        problems: [{ path: '/filters/category/0' }],
      });
    });

    it('lists by the filters when the text is empty', async () => {
      const answer = await ask({ sort: 'newest' });
      expect(answer.total).toBe(3);
      expect(slugs(answer)).toEqual(['kostanay-snow-lots', 'aktobe-snow-sections', 'ridder-heating']);
      expect(slugs(await ask({ sort: 'oldest' }))[0]).toBe('aktobe-snow-sections');
    });

    it('pages without repeating or losing a hit', async () => {
      const all = slugs(await ask({ text: COMPLAINT }));
      const paged = [];
      for (let offset = 0; offset < all.length; offset++)
        paged.push(...slugs(await ask({ text: COMPLAINT, limit: 1, offset })));
      expect(paged).toEqual(all);
    });

    it('shows a way on when nothing is found', async () => {
      const answer = await ask({ text: 'я и ты' });
      expect(answer).toMatchObject({ hits: [], total: 0 });
      expect(answer.suggestions?.length).toBeGreaterThan(0);
      for (const { url } of answer.suggestions ?? []) expect(url).toMatch(/^\/ru\/search\?/);
    });

    it('offers the words of the matter to look for, and no name', async () => {
      const answer = await ask({ text: 'отопление, экскаватор; Ахметов Ерлан Серикович' });
      const offered = (answer.suggestions ?? []).map(({ text, url }) => `${text} ${decodeURIComponent(url)}`);
      expect(offered.join()).toContain('экскаватор');
      expect(offered.join()).not.toMatch(/ахметов|ерлан|серикович/i);
    });

    it.each([
      ['quotes', 'дворы «не чистят» от "снега и наледи'],
      ['minus signs', '-дворы не чистят -от снега - и наледи'],
      ['hyphens', 'дворы не-чистят от снега-и-наледи'],
      ['brackets and operators', '(дворы) AND не:чистят* от снега~ ^и наледи'],
      [
        'more than ten words before the matter',
        `${'Здравствуйте уважаемый аким прошу принять меры '.repeat(3)} дворы не чистят от снега и наледи`,
      ],
    ])('finds the same whatever %s stand in the text', async (_, text) => {
      const plain = await ask({ text: 'дворы не чистят от снега и наледи' });
      expect(slugs(await ask({ text }))).toEqual(slugs(plain));
      expect(slugs(plain)[0]).toBe('kostanay-snow-lots');
    });

    it('shows the signs of a write-up as text, and marks its words', async () => {
      const { verbs, ctx } = search().cases;
      const translations = text('Сугроб', 'Сугроб <img src=x onerror=alert(1)> у подъезда.', 'Убрали.');
      const { id } = await verbs.createCase({ ctx, input: { content: caseInput({ translations }) } });
      await verbs.publishCase({ ctx, input: { id } });
      await search().indexing.catchUp();
      const { hits } = await ask({ text: 'сугроб у подъезда' });
      const html = hits.find((hit) => hit.case.id === id)?.snippets.map((snippet) => snippet.html) ?? [];
      expect(html.join()).toContain('<mark>');
      expect(html.join().replace(/<\/?mark>/g, '')).not.toContain('<');
      await verbs.deleteCase({ ctx, input: { id, reason: 'test' } });
      await search().indexing.catchUp();
      expect((await ask({ text: 'сугроб у подъезда' })).hits.map((hit) => hit.case.id)).not.toContain(id);
    });

    it('answers words of an address once more as long as nothing changed, and never with what was withdrawn', async () => {
      const { verbs, ctx } = search().cases;
      const again = async () => {
        const input = searchInput.parse({ text: 'ледоруб' });
        const { tookMs, ...answer } = await search().search.searchCases({
          ctx: testContext({ language: 'ru' }),
          input,
          inAddress: true,
        });
        expect(tookMs).toBeGreaterThanOrEqual(0);
        return answer;
      };
      expect((await again()).total).toBe(0);
      const translations = text('Ледоруб', 'Ледоруб стоит.', 'Купили.');
      const { id } = await verbs.createCase({ ctx, input: { content: caseInput({ translations }) } });
      await verbs.publishCase({ ctx, input: { id } });
      await search().indexing.catchUp();
      const found = await again();
      expect(found.hits.map((hit) => hit.case.id)).toEqual([id]);
      expect(await again()).toEqual(found);
      await verbs.deleteCase({ ctx, input: { id, reason: 'test' } });
      expect((await again()).hits).toEqual([]);
      await search().indexing.catchUp();
      expect((await again()).total).toBe(0);
    });

    it('takes any text as text', async () => {
      const storable = fc
        .string({ unit: 'binary', minLength: 1, maxLength: 300 })
        .filter((value) => value.isWellFormed() && !value.includes('\0'));
      await fc.assert(
        fc.asyncProperty(storable, async (value) => {
          const answer = await ask({ text: value });
          expect(answer.hits.length).toBeLessThanOrEqual(answer.total);
        }),
        { numRuns: 100 },
      );
      for (const value of [
        "'; drop table case; --",
        '<script>alert(1)</script>',
        '😀😀',
        '"незакрытая',
        '-минус',
        'a'.repeat(20_000),
      ])
        expect((await ask({ text: value })).engine).toBe(name);
    });
  });

  describe('practices of an answer', () => {
    it('are those of its topic, named in the language of the answer', async () => {
      const answer = await ask({ text: COMPLAINT }, 'kk');
      expect(answer.practices).toEqual([
        expect.objectContaining({ slug: 'snow', url: '/kk/practices/snow' }),
      ]);
      expect(searchAnswer.parse(answer)).toEqual(answer);
    });

    it('are those of the chosen topic', async () => {
      expect((await ask({ filters: { category: ['snow-removal'] } })).practices).toHaveLength(1);
      expect((await ask({ text: COMPLAINT, filters: { category: ['heating'] } })).practices).toEqual([]);
    });

    it('are none where none is on the matter', async () => {
      expect((await ask({ text: 'холодные батареи' })).practices).toEqual([]);
      expect((await ask({})).practices).toEqual([]);
    });
  });

  describe('suggest', () => {
    const suggest = (q: string, language: 'kk' | 'ru' | 'en' = 'ru') =>
      search().search.suggest({ ctx: testContext({ language }), input: { q } });

    it('offers categories and cases for what is typed', async () => {
      const items = [...(await suggest('отопл')), ...(await suggest('котель'))];
      expect(items).toContainEqual(
        expect.objectContaining({ kind: 'category', url: '/ru/search?category=heating' }),
      );
      expect(items).toContainEqual(
        expect.objectContaining({ kind: 'case', url: '/ru/cases/ridder-heating' }),
      );
    });

    it('shows titles in the language of the answer, whatever is typed', async () => {
      expect(await suggest('уборк сне', 'kk')).toEqual(
        expect.arrayContaining([expect.objectContaining({ kind: 'category', text: 'Қар тазалау' })]),
      );
      expect((await suggest('қар таза', 'kk')).map((item) => item.text)).toContain(
        'Қостанай: қар тазалауға екі жылдық шарттар',
      );
    });

    it.each([
      ['mistyped', 'отапление'],
      ['mistyped and unfinished', 'атопле'],
      ['in Latin letters', 'otople'],
      ['on the keys of the other layout', 'jnjgkt'],
    ])('understands what is typed %s', async (_how, q) => {
      const items = await suggest(q);
      expect(items).toContainEqual(
        expect.objectContaining({ kind: 'category', url: '/ru/search?category=heating' }),
      );
      expect(items.map(({ text }) => text)).toContain('отопление');
    });

    it('offers frequent words of the write-ups and phrases, as they are written', async () => {
      const terms = async (q: string) =>
        (await suggest(q)).filter(({ kind }) => kind === 'term').map(({ text }) => text);
      expect(await terms('восемнадц')).toEqual(['восемнадцать']);
      expect(await terms('нет горячей в')).toEqual(['нет горячей воды']);
      expect(await terms('участки уб')).toEqual(['участки уборки']);
    });

    it('takes an unfinished word for a mistyped one where another language alone has it', async () => {
      const items = await suggest('сабака');
      expect(items[0]).toMatchObject({ kind: 'category', url: '/ru/search?category=stray-animals' });
    });

    it('goes on behind a stop word, finished or not, and from none alone', async () => {
      for (const q of ['уборка снега в', 'уборка снега в '])
        expect(await suggest(q)).toContainEqual(
          expect.objectContaining({ kind: 'category', url: '/ru/search?category=snow-removal' }),
        );
      expect(await suggest('как ')).toEqual([]);
      expect((await suggest('как')).filter(({ kind }) => kind === 'category')).toEqual([]);
    });

    it('offers at most ten different things for any text, the same each time', async () => {
      const typed = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }).filter((value) => value.isWellFormed()),
        fc.string({ unit: fc.constantFrom(...'снегуборкқарcytu,.  '), maxLength: 30 }),
      );
      await fc.assert(
        fc.asyncProperty(typed, async (q) => {
          const items = await suggest(q, 'kk');
          expect(items.length).toBeLessThanOrEqual(10);
          expect(new Set(items.map(({ text }) => text.toLowerCase())).size).toBe(items.length);
          expect(await suggest(q, 'kk')).toEqual(items);
        }),
        { numRuns: 200 },
      );
      expect((await suggest('с'.repeat(200))).length).toBeLessThanOrEqual(10);
    });

    it.each(['', ' ', '?', '😀'])('offers nothing for %j', async (q) => {
      expect(await suggest(q)).toEqual([]);
    });
  });

  describe('similarCases', () => {
    const similar = (key: string) =>
      search().search.similarCases({ ctx: testContext(), input: { key, limit: 5 } });

    it('finds what is like a case, without itself', async () => {
      const found = (await similar('kostanay-snow-lots')).map(({ slug }) => slug);
      expect(found[0]).toBe('aktobe-snow-sections');
      expect(found).not.toContain('kostanay-snow-lots');
    });

    it('knows no case that is not there', async () => {
      await expect(similar('no-such-case')).rejects.toMatchObject({ code: 'not-found' });
    });
  });
}
