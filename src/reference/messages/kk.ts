import type { Messages } from '../../platform/messages/catalogue.ts';
import type { referenceRu } from './ru.ts';

export const referenceKk: Messages<typeof referenceRu> = {
  'map.label': 'Өңірлер шаршы картасы',
  'map.hint': 'Әр шаршы – бір өңір; неғұрлым айқын боялса, жағдай соғұрлым көп.',
  'map.count': '{count, plural, =0 {жағдай әзірге жоқ} other {# жағдай}}',
  'map.country': 'Бүкіл ел',
  'regions.title': 'Өңірлер',
  'regions.lead': 'Әр облыс пен республикалық маңызы бар қалада не істелгені.',
  'regions.list': 'Өңірлер тізімі',
  'region.description': 'Өңірдің жағдайлары: {region}. Не істелді, қанша қаражат кетті, немен аяқталды.',
  'topics.title': 'Тақырыптар',
  'topics.lead': 'Тұрғындар шағымданатын мәселелер және олардың әрқайсысы бойынша жағдайлар.',
  'topic.description':
    'Қазақстан өңірлеріндегі «{topic}» тақырыбы бойынша жағдайлар: не істелді, қанша қаражат кетті, немен аяқталды.',
  'topic.practice': 'Тәжірибе:',
  'topic.within': 'Осы тақырыптың ішінде',
  'topic.words': 'Бұл туралы былай жазады: {words}.',
  'list.count': '{count, plural, =0 {Жағдай әзірге жоқ} other {# жағдай}}',
  'list.filter': 'Тақырып, нәтиже немесе жыл бойынша нақтылау',
  'list.filter.region': 'Өңір, нәтиже немесе жыл бойынша нақтылау',
  'list.paging': 'Тізім беттері',
  'list.next': 'Келесілері',
  'list.first': 'Тізімнің басына',
  'list.empty': 'Мұнда әзірге жағдай жоқ. Бұл мәселенің қалай шешілгенін білсеңіз, бізге жіберіңіз.',
  'list.empty.link': 'Жағдай жіберу',
};
