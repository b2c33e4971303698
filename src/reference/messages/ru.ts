/** What the tile map and the lists of regions and topics say. */
export const referenceRu = {
  'map.label': 'Регионы на плитках',
  'map.hint': 'Каждый квадрат – регион; чем темнее, тем больше практик.',
  'map.count':
    '{count, plural, =0 {пока нет практик} one {# практика} few {# практики} many {# практик} other {# практики}}',
  'map.country': 'Вся страна',
  'regions.title': 'Регионы',
  'regions.lead': 'Что уже сделано в каждой области и в каждом городе республиканского значения.',
  'regions.list': 'Список регионов',
  'region.description': 'Практики региона: {region}. Что было сделано, сколько стоило и чем кончилось.',
  'topics.title': 'Темы',
  'topics.lead': 'Проблемы, на которые жалуются жители, и практики по каждой из них.',
  'topic.description':
    'Практики по теме «{topic}» в регионах Казахстана: что было сделано, сколько стоило и чем кончилось.',
  'topic.within': 'Внутри этой темы',
  'topic.words': 'Об этом пишут так: {words}.',
  'list.heading': 'Практики',
  'list.count':
    '{count, plural, =0 {Практик пока нет} one {# практика} few {# практики} many {# практик} other {# практики}}',
  'list.filter': 'Уточнить по теме, итогу или году',
  'list.filter.region': 'Уточнить по региону, итогу или году',
  'list.paging': 'Страницы списка',
  'list.next': 'Следующие',
  'list.first': 'К началу списка',
  'list.empty': 'Практик здесь пока нет. Если вы знаете, как это решили, пришлите её нам.',
  'list.empty.link': 'Прислать практику',
};
