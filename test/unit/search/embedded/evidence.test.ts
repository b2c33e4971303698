import { beforeAll, describe, expect, it } from 'vitest';
import { analysisOf } from '../../../../src/search/application/analysis-of.ts';
import { planQuery } from '../../../../src/search/application/query-plan.ts';
import { createTermIndex } from '../../../../src/search/embedded/term-index.ts';
import { RANKING } from '../../../../src/search/ranking/parameters.ts';
import { testReference } from '../../../support/reference.ts';
import { searchDocument } from '../search-document.ts';

const reference = await testReference();
const analysis = analysisOf(reference, reference.glossary);
const index = createTermIndex(analysis.analyse);
const CASES = {
  asphalt: ['Кладут асфальт под дождём', 'road-repair', 'KZ-10'],
  place: ['Общественный транспорт и общественное место', 'public-transport', 'KZ-39'],
  toilet: ['Общественные туалеты закрыты', 'yards', 'KZ-75'],
  machines: ['Снегоуборочные машины', 'waste', 'KZ-39'],
  heat: ['Котельная', 'heating', 'KZ-63'],
} as const;

beforeAll(async () => {
  for (const [id, [problem, category, region]] of Object.entries(CASES)) {
    const document = searchDocument({ id, problem, attributes: { category, region } });
    await index.apply([{ kind: 'put', document }]);
  }
});

async function found(query: string): Promise<string[]> {
  const plan = planQuery(analysis.analyse(query), analysis, await index.statistics(), RANKING);
  const asked = { ...plan, filters: {}, sort: 'relevance', limit: 10 } as const;
  return (await index.candidates(asked)).candidates.map(({ id }) => id);
}

describe('a few words', () => {
  it.each([
    ['кладбище', []],
    ['туалет', ['toilet']],
    ['әжетхана', ['toilet']],
    ['снег', ['machines']],
    ['батареи холодные', ['heat']],
    ['мусоровоз не приезжает', ['machines']],
    ['ВКО', ['heat']],
  ])('find for %s what says it, in whatever words, or is of its topic or region: %j', async (query, ids) => {
    expect(await found(query)).toEqual(ids);
  });

  it('leave a long text to its score', async () => {
    const text =
      'Кладбище завалено, ограды сломаны, сторожа нет, воды нет, дорожки размыты, деревья упали, кладут мусор';
    expect(await found(text)).toContain('asphalt');
  });
});
