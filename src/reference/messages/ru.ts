/** What the tile map and the lists of regions and topics say. */
export const referenceRu = {
  'map.label': 'Регионы на плитках',
  'map.hint': 'Каждый квадрат – регион; чем сильнее он выделен, тем больше случаев.',
  'map.count':
    '{count, plural, =0 {пока нет случаев} one {# случай} few {# случая} many {# случаев} other {# случая}}',
  'map.country': 'Вся страна',
  'regions.title': 'Регионы',
  'regions.lead': 'Что уже сделано в каждой области и в каждом городе республиканского значения.',
  'regions.list': 'Список регионов',
  'region.description': 'Случаи региона: {region}. Что было сделано, сколько стоило и чем кончилось.',
  'topics.title': 'Темы',
  'topics.lead': 'Проблемы, на которые жалуются жители, и случаи по каждой из них.',
  'topic.description':
    'Случаи по теме «{topic}» в регионах Казахстана: что было сделано, сколько стоило и чем кончилось.',
  'topic.practice': 'Практика:',
  'topic.within': 'Внутри этой темы',
  'topic.words': 'Об этом пишут так: {words}.',
  'list.count':
    '{count, plural, =0 {Случаев пока нет} one {# случай} few {# случая} many {# случаев} other {# случая}}',
  'list.filter': 'Уточнить по теме, итогу или году',
  'list.filter.region': 'Уточнить по региону, итогу или году',
  'list.paging': 'Страницы списка',
  'list.next': 'Следующие',
  'list.first': 'К началу списка',
  'list.empty': 'Случаев здесь пока нет. Если вы знаете, как это решили, пришлите нам.',
  'list.empty.link': 'Прислать случай',
};
