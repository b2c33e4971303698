import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../../src/search/application/analysis-of.ts';
import { type PracticeText, practiceFinder } from '../../../../src/search/application/find-practices.ts';
import { planQuery } from '../../../../src/search/application/query-plan.ts';
import { createVocabulary } from '../../../../src/search/embedded/vocabulary.ts';
import { documentVector } from '../../../../src/search/ranking/document-vector.ts';
import { RANKING } from '../../../../src/search/ranking/parameters.ts';
import { CollectionStatistics } from '../../../../src/search/ranking/statistics.ts';
import { testReference } from '../../../support/reference.ts';
import { searchDocument } from '../search-document.ts';

const reference = await testReference();
const analysis = analysisOf(reference, reference.glossary);
const { analyse } = analysis;

function practice(slug: string, category: string, titles: [string, string, string], text: string) {
  const [ru, kk, en] = titles;
  const head = (title: string) => ({ title, summary: title });
  return { slug, category, heads: { ru: head(ru), kk: head(kk), en: head(en) }, text };
}
const PRACTICES: PracticeText[] = [
  practice(
    'snow',
    'snow-removal',
    ['Уборка снега: договор на несколько лет', 'Қар тазалау: бірнеше жылдық шарт', 'Snow: longer contracts'],
    'Подрядчик вывозит снег всю зиму, полигон снега взвешивает машины на весах.',
  ),
  practice(
    'heat-sources',
    'heating',
    ['Источники тепла: новая станция', 'Жылу көздері: жаңа станция', 'Heat sources: a new plant'],
    'Котлы станции старые, угля не хватает, строят районные котельные.',
  ),
  practice(
    'heat-networks',
    'heating',
    [
      'Тепловые сети: цена километра',
      'Жылу желілері: километр бағасы',
      'Heat networks: price of a kilometre',
    ],
    'Трубы теплотрассы меняют летом, порывы остаются.',
  ),
  practice(
    'dogs',
    'stray-animals',
    ['Бродячие собаки: стерилизация', 'Қаңғыбас иттер: стерильдеу', 'Stray dogs: sterilisation'],
    'Собак отлавливают, лечат и возвращают; приют принимает щенков.',
  ),
  ...['water-supply', 'lifts', 'waste', 'flood'].map((code) => {
    const { ru, kk, en } = reference.category(code)?.name ?? { ru: code, kk: code, en: code };
    return practice(code, code, [ru, kk, en], `${ru}. Что сделали регионы.`);
  }),
];

const statistics = new CollectionStatistics(createVocabulary());
for (const { category, text, heads } of PRACTICES) {
  const problem = `${heads.ru.title} ${heads.kk.title} ${heads.en.title} ${text}`;
  statistics.add(documentVector(searchDocument({ problem }), analyse, statistics.table), {
    category,
    region: 'KZ-39',
  });
}
const findPractices = practiceFinder({ texts: PRACTICES }, analyse);
const find = (text: string, chosen?: string[], within = chosen) =>
  findPractices({ query: planQuery(analyse(text), analysis, statistics, RANKING), chosen, within });

describe('practices on a matter', () => {
  it('are the same for whoever asks first and for whoever asks again, also by other parameters', () => {
    const texts = [
      'вывоз снега на полигон, весы',
      'полигонный',
      'снегоуборка',
      'трубы теплотрассы',
      'стерилизация собак',
      'уборка',
    ];
    const ways = [
      { ...RANKING, level: { ...RANKING.level, root: 20 } },
      RANKING,
      { ...RANKING, level: { ...RANKING.level, root: 0 } },
      { ...RANKING, k1: 3, b: 0 },
    ];
    const ask = (find: typeof findPractices, text: string, parameters: typeof RANKING) =>
      find({
        query: { ...planQuery(analyse(text), analysis, statistics, RANKING), parameters },
        chosen: undefined,
        within: undefined,
      });
    for (const _ of [1, 2])
      for (const text of texts)
        for (const parameters of ways)
          expect(ask(findPractices, text, parameters)).toEqual(
            ask(practiceFinder({ texts: PRACTICES }, analyse), text, parameters),
          );
    expect(ask(findPractices, 'полигонный', RANKING)).toEqual([]);
    // A long text keeps nothing and is told the same.
    for (const text of texts)
      expect(ask(findPractices, text, { ...RANKING, enoughMatter: 0 })).toEqual(
        ask(findPractices, text, RANKING),
      );
  });

  it.each([
    ['вывоз на полигон, весы', 'snow'],
    ['цена километра труб', 'heat-networks'],
    ['стерилизация', 'dogs'],
    ['стерильдеу', 'dogs'],
    ['sterilisation', 'dogs'],
    ['приют для щинков', 'dogs'],
    ['sterilizaciya sobak', 'dogs'],
  ])('are found by their own words: %s', (text, slug) => {
    expect(find(text)[0]).toBe(slug);
  });

  it.each([
    ['Во дворе третью неделю не убирают, дороги не чистят от сугробов', 'snow'],
    ['Аулада қар тазаланбайды', 'snow'],
    ['snow removal', 'snow'],
  ])('are found by the topic of a complaint: %s', (text, slug) => {
    expect(find(text)).toEqual([slug]);
  });

  it('of one topic stand in the order of their words', () => {
    expect(find('нет отопления, прорвало трубу теплотрассы')).toEqual(['heat-networks', 'heat-sources']);
    expect(find('нет отопления, котлы станции старые')).toEqual(['heat-sources', 'heat-networks']);
  });

  it.each([
    'места в детском саду не дают',
    'балабақшада орын жоқ',
    'рецепт борща',
    'регионы',
    'интернет медленный, подрядчик обещал кабель до посёлка и пропал',
    '',
    '😀',
  ])('are not offered by chance: %j', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('are those of the chosen topic, whatever the words say', () => {
    expect(find('', ['heating'])).toEqual(['heat-sources', 'heat-networks']);
    expect(find('весы на полигоне', ['lifts'])).toEqual(['lifts']);
    expect(find('километр труб', ['utilities'], ['utilities', 'heating', 'water-supply'])).toEqual([
      'heat-networks',
    ]);
  });

  it('are three at most', () => {
    const all = PRACTICES.map(({ category }) => category);
    expect(find('', all)).toHaveLength(3);
  });

  it('may be none', () => {
    const query = planQuery(analyse('снег'), analysis, statistics, RANKING);
    const none = practiceFinder({ texts: [] }, analyse);
    expect(none({ query, chosen: undefined, within: undefined })).toEqual([]);
  });
});
