import type { Messages } from '../catalogue.ts';
import type { commonRu } from './ru.ts';

export const commonKk: Messages<typeof commonRu> = {
  'site.name': 'Шешім',
  'site.claim': 'Басқа өңірлер не істеді',
  'site.description':
    'Қазақстан өңірлерінде шешілген мәселелер базасы: не істелді, қанша қаражат пен уақыт кетті, немен аяқталды.',
  'site.skip': 'Негізгі мазмұнға өту',
  'nav.label': 'Бөлімдер',
  'nav.search': 'Іздеу',
  'nav.regions': 'Өңірлер',
  'nav.topics': 'Тақырыптар',
  'nav.about': 'База туралы',
  'language.label': 'Бет тілі',
  'language.kk': 'Қазақша',
  'language.ru': 'Русский',
  'language.en': 'English',
  'footer.label': 'Сайт туралы',
  'footer.claim':
    'Әкімдіктер мен министрліктерге арналған білім базасы. Жазбалар ашық дереккөздер бойынша жасалған.',
  'footer.noAdvice':
    'Жазбалар басқа өңірлердің тәжірибесін көрсетеді және заңгерлік кеңестің орнына жүрмейді.',
  'footer.contribute': 'Түзету немесе толықтыру',
  'footer.api': 'Бағдарламалық қолжетімділік (API)',
  'footer.privacy': 'Шағым мәтіні қалай пайдаланылады',
  'action.back': 'Артқа',
  'action.copy': 'Көшіріп алу',
  'action.copied': 'Көшірілді',
  'error.heading': 'Қате',
  'error.toSearch': 'Іздеуге өту',
  'error.request': 'Сұрау нөмірі: {id}',
  'error.whatNow': 'Не істеуге болады',
  'breadcrumbs.label': 'Сіз осы беттесіз',
};
