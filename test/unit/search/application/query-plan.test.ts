import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../../src/search/application/analysis-of.ts';
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
const PROBLEMS = [
  'Во дворах лежит снег, подрядчик его не вывозит, дороги не чистят',
  'Отопление дали поздно, в домах холодно',
  'В селе нет воды, водопровод старый, канализация тоже',
  'Тұрғындар ауладағы қарға шағымданды',
  'Сот шешімі шықты',
];
const statistics = collect(['KZ']);
/** The same problems in several regions. */
const regional = collect(['KZ-19', 'KZ-27', 'KZ-39', 'KZ-59', 'KZ-63', 'KZ-75']);

function collect(regions: readonly string[]) {
  const collected = new CollectionStatistics(createVocabulary());
  for (const region of regions)
    for (const problem of PROBLEMS)
      collected.add(documentVector(searchDocument({ problem }), analyse, collected.table), {
        category: 'snow-removal',
        region,
      });
  return collected;
}

const plan = (text: string, of = statistics) => planQuery(analyse(text), analysis, of, RANKING);
const termOf = (word: string) => analyse(word).words[0]?.term ?? '';
const find = (text: string, term: string) => plan(text).terms.find((one) => one.term === termOf(term));

describe('the plan of a query', () => {
  it('uses the whole complaint, not its first words', () => {
    const text = `Здравствуйте! ${'Пишу вам уже не в первый раз. '.repeat(20)}Во дворе не убирают снег.`;
    expect(find(text, 'снег')).toMatchObject({ kind: 'stem', weight: 1 });
  });

  it('lets the form of an appeal weigh little', () => {
    const { terms } = plan('Прошу принять меры: снег');
    const weight = (word: string) => terms.find(({ shown }) => shown === word)?.weight ?? 0;
    expect(weight('прошу')).toBeLessThan(weight('снег') / 2);
    expect(weight('меры')).toBeLessThan(weight('снег') / 2);
  });

  it('weighs nothing but matter where there is enough of it', () => {
    const text = `Здравствуйте! Прошу принять меры. Ул. Абая, 25, с 16 октября 2025 года во дворах лежит снег, подрядчик
      его не вывозит, дороги не чистят, водопровод старый, в домах холодно. С уважением, Ахметов Нұрлан, 8 701 123 45 67`;
    const shown = plan(text).terms.flatMap((term) => (term.kind === 'stem' ? [term.shown] : []));
    expect(shown).toEqual(expect.arrayContaining(['снег', 'подрядчик', 'водопровод']));
    for (const form of ['прошу', 'меры', 'абая', '25', 'октября', 'ахметов', '701'])
      expect(shown).not.toContain(form);
  });

  it('takes greetings and contacts for the matter of a text that has nothing else', () => {
    for (const text of ['8 701 123 45 67', 'ул. Абая, 25', 'Здравствуйте!', 'Иванов Иван Иванович'])
      expect(plan(text).terms.length).toBeGreaterThan(0);
  });

  it('reads an unknown word as a known one near it, and a known word as itself', () => {
    expect(find('в доме нет отоплиния', 'отопление')).toMatchObject({ kind: 'typo', shown: 'отоплиния' });
    expect(plan('снег во дворах').terms.some(({ kind }) => kind === 'typo')).toBe(false);
  });

  it('leads to no word that a short English one sounds like by chance', () => {
    expect(plan('копоть на окнах').terms.map(({ term }) => term)).not.toContain(termOf('сот'));
    expect(find('соттың шешімі', 'сот')).toBeDefined();
  });

  it('says how much of a text the collection knows, a word with an error among it', () => {
    expect(plan('снег во дворах').familiarity).toBe(1);
    expect(plan('в домах нет отоплиния').familiarity).toBe(1);
    expect(plan('снег жираф').familiarity).toBeCloseTo(0.5);
    expect(plan('жираф').familiarity).toBe(0);
    expect(plan('').familiarity).toBe(0);
  });

  it('compares no roots where the collection hardly knows the text, unless there is nothing else', () => {
    expect(plan('zupełnie inny język którego tutaj nikt nigdy nie używa').parameters.level.root).toBe(0);
    expect(plan('inny język').parameters.level).toBe(RANKING.level);
    expect(plan('Во дворах лежит снег, подрядчик его не вывозит, лифт стоит').parameters.level).toBe(
      RANKING.level,
    );
  });

  it('guesses at no word of a text in a language that the collection does not have', () => {
    const { terms } = plan('zupełnie inny język którego tutaj nikt nigdy nie używa');
    expect(terms.some(({ kind }) => kind === 'typo')).toBe(false);
  });

  it('says it in the other language too', () => {
    expect(find('ауладағы су', 'вода')).toMatchObject({ kind: 'translation', shown: 'су' });
    expect(find('снег во дворе', 'қар')).toMatchObject({ kind: 'translation' });
    expect(find('холодно', 'паводок')).toBeUndefined();
  });

  it.each([
    ['Во дворе не убирают снег', 'snow-removal'],
    ['Аулада қар тазаланбайды', 'snow-removal'],
    ['Пәтерде жылу жоқ', 'heating'],
    ['Сломан лифт', 'lifts'],
    ['Бродячие собаки нападают на людей', 'stray-animals'],
    ['snow removal', 'snow-removal'],
  ])('knows what %s is about', (text, topic) => {
    expect(plan(text).topic).toBe(topic);
  });

  it.each([
    ['Ауламызда қар тазаланбайды, жедел жәрдем өте алмайды', 'snow-removal', 'healthcare'],
    ['Двор не чистят от снега, скорая не может проехать', 'snow-removal', 'healthcare'],
    ['The radiators at the school are cold', 'heating', 'education'],
  ])('takes what stands around the matter of %s for less', (text, matter, around) => {
    const weightOf = (code: string) =>
      plan(text).topics.find(({ category }) => category === code)?.weight ?? 0;
    expect(weightOf(matter)).toBeGreaterThan(1.5 * weightOf(around));
  });

  it.each([
    ['скорая помощь', 'healthcare'],
    ['мектеп', 'education'],
    ['bus', 'public-transport'],
  ])('takes %s for the matter of a text that names no other', (text, topic) => {
    expect(plan(text).topic).toBe(topic);
  });

  it.each([
    'другие вопросы',
    'ведут ремонт',
    'снова здесь',
    'река',
    'екі жыл',
    'ашу',
    'соттың шешімі',
    'сто га земли',
    'аким города',
  ])('hears no word of another language in %s', (text) => {
    expect(plan(text).topic).toBeNull();
  });

  it.each([
    ['тарифтер', 'тариф'],
    ['kar tazalau', 'қар'],
    ['кар тазаланбайды', 'қар'],
  ])('hears words of both languages, and those in other letters, in %s', (text, word) => {
    const { words } = analyse(text);
    const found = analysis.lexicon.find(words).flatMap(({ words: places }) => places);
    expect(found.map((place) => words[place]?.term)).toContain(termOf(word));
  });

  it.each([
    ['без договора не платят', 'договор аренды'],
    ['нет работы', 'работа автобуса'],
    ['нет связи', 'связи с подрядчиком'],
  ])('takes %s, but not %s, for an expression of the taxonomy', (said, other) => {
    const topicsOf = (text: string) => plan(text).topics.map(({ category }) => category);
    const [topic = ''] = topicsOf(said);
    expect(topic).not.toBe('');
    expect(topicsOf(other)).not.toContain(topic);
  });

  it.each([
    ['отоплние', 'heating'],
    ['канализацыя прорвало', 'sewage'],
  ])('knows what the misspelt %s is about', (text, topic) => {
    expect(plan(text).topic).toBe(topic);
  });

  it.each([
    ['фонари', 'street-lighting'],
    ['деревья', 'parks-green'],
    ['собаки', 'stray-animals'],
    ['snow', 'snow-removal'],
  ])('knows what %s alone is about, though it is listed in phrases only', (text, topic) => {
    expect(plan(text).topic).toBe(topic);
  });

  it('takes what stands in phrases of many topics for none', () => {
    expect(plan('улица').topics).toHaveLength(plan('улице').topics.length);
    expect(plan('работа').topic).toBeNull();
    expect(plan('вечером').topic).toBeNull();
  });

  it('takes no word of the taxonomy for an error', () => {
    expect(plan('пенсии').terms.filter(({ kind }) => kind === 'typo')).toEqual([]);
  });

  it.each([
    ['лифты ВКО', 'KZ-63'],
    ['WKO elevators', 'KZ-27'],
    ['снег в Костанае', 'KZ-39'],
    ['Солтүстік Қазақстанда мектеп тамағы', 'KZ-59'],
    ['дороги в Северо-Казахстанской области', 'KZ-59'],
    ['тепло Риддер', 'KZ-63'],
    ['парковка Алматы', 'KZ-75'],
    ['школы Алматинской области', 'KZ-19'],
    ['Алматы облысы мектеп', 'KZ-19'],
    ['школы Алматы обл', 'KZ-19'],
  ])('hears the region in %s', (text, region) => {
    const { regions, terms } = plan(text, regional);
    expect(regions).toEqual([region]);
    const own = terms.filter(({ kind }) => kind === 'stem').map(({ weight }) => weight);
    expect(Math.max(...own)).toBe(1);
    expect(Math.min(...own)).toBeLessThan(0.5);
  });

  it('hears no region in a street, in the whole country, and in where the writer of a complaint lives', () => {
    expect(plan('ямы на улице Абая', regional).regions).toEqual([]);
    expect(plan('школы Республики Казахстан', regional).regions).toEqual([]);
    const complaint =
      'В Костанае во дворах лежит снег, подрядчик его не вывозит, дороги не чистят, водопровод старый';
    expect(plan(complaint, regional).regions).toEqual([]);
  });

  it('takes the name of a region for a word like others where no case is of it, or most are', () => {
    const alone = collect(['KZ-63']);
    for (const of of [statistics, alone]) {
      const { regions, terms } = plan('лифты ВКО', of);
      expect(regions).toEqual([]);
      expect(terms.find(({ shown }) => shown === 'вко')?.weight).toBe(1);
    }
  });

  it('names no topic where there is none', () => {
    expect(plan('просто текст ни о чём').topic).toBeNull();
    expect(plan('').terms).toEqual([]);
  });

  it('stays bounded for twenty thousand characters of different words', () => {
    const words = Array.from(
      { length: 3_000 },
      (_, i) => `сло${String.fromCharCode(1072 + (i % 32))}${i.toString(36)}во`,
    );
    const begun = performance.now();
    const { terms } = plan(words.join(' ').slice(0, 20_000));
    expect(terms.length).toBeLessThan(1_000);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('the lexicon', () => {
  const found = (text: string) => {
    const { words } = analyse(text);
    return analysis.lexicon.find(words).map((match) => match.words.map((i) => words[i]?.spelt).join(' '));
  };

  it('prefers a phrase to its words', () => {
    expect(found('в нашем детском саду')).toContain('детском саду');
    expect(found('в нашем детском саду')).not.toContain('саду');
  });

  it('finds a meaning once, however often it is said', () => {
    const once = found('снег');
    expect(found('снег '.repeat(500)).length).toBe(once.length);
  });
});
