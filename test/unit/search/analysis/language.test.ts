import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../../src/search/application/analysis-of.ts';
import { testReference } from '../../../support/reference.ts';

const reference = await testReference();
const { analyse } = analysisOf(reference, reference.glossary);

/** Short texts of every kind that people type, with their language. Written for this test. */
const PHRASES: readonly (readonly [language: string, texts: string])[] = [
  [
    'ru',
    `во дворе не убирают снег | нет горячей воды третий день | сломан лифт в подъезде | яма на дороге возле школы |
    собаки бегают по улице стаями | автобус опаздывает каждый день | детская площадка совсем разрушена |
    прорвало трубу | мусор лежит неделю | фонари ночью не горят | очередь в детский сад | крыша течет после дождя |
    почему отключили газ | вонь с очистных сооружений | тарифы на тепло выросли | цены на уголь |
    нужен пешеходный переход`,
  ],
  [
    'ru',
    `vo dvore ne ubirayut sneg | net goryachey vody tretiy den | slomalsya lift v podezde | yama na doroge vozle shkoly |
    avtobus opazdyvaet kazhdyi den | detskaya ploshadka razrushena | prorvalo trubu v podvale |
    fonari nochiu ne goryat | krysha techet posle dozhdya | pochemu otkluchili gaz | kogda pochinyat dorogu |
    musor ne vyvozyat nedelyu | ne rabotaet svetofor | sobaki napadayut na detei | kogda vklyuchat otoplenie |
    4erez dorogu net perehoda`,
  ],
  [
    'kk',
    `ауладағы қар тазаланбайды | үшінші күн ыстық су жоқ | мектеп жанындағы жол шұңқыр | автобус күнде кешігеді |
    балалар алаңы бұзылған | көшеде қаңғыбас иттер көп | түнде шамдар жанбайды | балабақшаға кезек өте ұзақ |
    қоқыс бір апта шығарылмады | жылу тарифі неге көтерілді | құбыр жарылып кетті | ауыз су сапасы нашар`,
  ],
  [
    'kk',
    `аулада кар тазаланбайды | ушинши кун ыстык су жок | мектеп жанындагы жол шункыр | автобус кунде кешигеди |
    балалар аланы бузылган | кошеде кангыбас иттер коп | тунде шамдар жанбайды | балабакшага кезек оте узак |
    кокыс бир апта шыгарылмады | жылу тарифи неге котерилди | кубыр жарылып кетти | ауыз су сапасы нашар |
    жол жондеу керек | газ кашан косылады`,
  ],
  [
    'kk',
    `aulada qar tazalanbaidy | üşınşı kün ystyq su joq | mektep janyndağy jol şūñqyr | avtobus künde keşıgedı |
    balalar alañy būzylğan | köşede qañğybas itter köp | tünde şamdar janbaidy | jylu tarifı nege köterıldı |
    qubyr jarylyp ketti`,
  ],
  [
    'kk',
    `aýlada qar tazalanbaıdy | u'shinshi ku'n ystyq sy' joq | ko'shede qan'g'ybas itter ko'p | tu'nde shamdar janbai'dy |
    balalar alan'y buzylg'an | úshinshi kún ystyq sý joq | kóshede qańǵybas ıtter kóp`,
  ],
  [
    'kk',
    `aulada kar tazalanbaidy | ushinshi kun ystyk su zhok | mektep zhanyndagy zhol shunkyr | avtobus kunde keshigedi |
    balalar alany buzylgan | koshede kangybas itter kop | tunde shamdar zhanbaidy | zhylu tarifi nege koterildi |
    su zhok ush kun | auyz su sapasy nashar | gaz kashan kosylady`,
  ],
  [
    'en',
    `nobody clears the snow | no hot water for days | the lift is broken | stray dogs in the street | street lights do not work |
    rubbish is not collected | when will heating start | potholes near the school | bus is always late |
    burst water pipe | air pollution in winter | new playground needed | bad drinking water quality`,
  ],
];

const cases = PHRASES.flatMap(([language, texts]) =>
  texts.split('|').map((text) => ({ language, text: text.replace(/\s+/g, ' ').trim() })),
);

describe('the language of a short text', () => {
  it.each(cases)('$text: $language', ({ text, language }) => {
    expect(analyse(text).language).toBe(language);
  });
});

describe('the language of a word or two', () => {
  it.each([
    ['snow', 'en'],
    ['snow removal', 'en'],
    ['water', 'en'],
    ['парковка Алматы', 'ru'],
    ['Алматы парковка', 'ru'],
    ['Алматы жолдары', 'kk'],
  ])('%s: %s', (text, language) => {
    expect(analyse(text).language).toBe(language);
  });
});

describe('the languages of the words of a mixed text', () => {
  it.each([
    ['Ауладағы қар тазаланбайды, примите меры по уборке', { тазаланбайды: 'kk', уборке: 'ru', меры: 'ru' }],
    ['Аким көшені жөндеуге уәде берді, но дорогу так и не отремонтировали', { көшені: 'kk', дорогу: 'ru' }],
    ['Наша остановка в центре, call me when the lights work', { остановка: 'ru', lights: 'en', the: 'en' }],
  ])('%s', (text, languages) => {
    const found = Object.fromEntries(analyse(text).words.map(({ spelt, language }) => [spelt, language]));
    expect(found).toMatchObject(languages);
  });
});
