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
  'nav.practices': 'Тәжірибелер',
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
  'footer.statistics': 'Сандар',
  'footer.privacy': 'Шағым мәтіні қалай пайдаланылады',
  'action.copy': 'Көшіріп алу',
  'action.copied': 'Көшірілді',
  'error.heading': 'Қате',
  'error.toSearch': 'Іздеуге өту',
  'error.request': 'Сұрау нөмірі: {id}',
  'error.whatNow': 'Не істеуге болады',
  'breadcrumbs.label': 'Сіз осы беттесіз',
  'error.title.invalid-input': 'Сұрау дұрыс толтырылмаған',
  'error.title.not-found': 'Мұндай бет жоқ',
  'error.title.conflict': 'Жазба өзгертіліп қойған',
  'error.title.forbidden': 'Рұқсат жоқ',
  'error.title.too-large': 'Сұрау тым үлкен',
  'error.title.unsupported-media-type': 'Мұндай дерек түрі қабылданбайды',
  'error.title.method-not-allowed': 'Бұл мекенжайға бұлай жүгінуге болмайды',
  'error.title.too-many-requests': 'Сұрау тым көп',
  'error.title.unavailable': 'Қызмет уақытша қолжетімсіз',
  'error.title.internal': 'Бізде ақау шықты',
  'error.text.invalid-input': 'Жіберілген деректі тексеріңіз: ненің дұрыс еместігі төменде айтылған.',
  'error.text.not-found':
    'Мекенжай қате терілген немесе жазба жарияланымнан алынған болуы мүмкін. Сөздер бойынша іздеп көріңіз.',
  'error.text.conflict': 'Бұл жазбаны сізден бұрын біреу өзгертті. Оны қайта ашып, өзгерісті қайталаңыз.',
  'error.text.forbidden': 'Бұл әрекетке қажетті құқық сізде жоқ.',
  'error.text.too-large': 'Сұрау бір мегабайттан асады. Тек шағымның мәтінін, тіркемелерсіз қойыңыз.',
  'error.text.unsupported-media-type':
    'Деректі UTF-8 кодтауындағы JSON түрінде жіберіңіз (application/json).',
  'error.text.method-not-allowed': 'Мұндай мекенжай бар, бірақ оған бұл тәсілмен жүгіну көзделмеген.',
  'error.text.too-many-requests': 'Сіздің мекенжайыңыздан тым көп сұрау келді. Бір минут күтіп, қайталаңыз.',
  'error.text.unavailable':
    'Дерекқор жауап бермей тұр. Бірнеше секундтан кейін қайталаңыз: қызмет өздігінен қалпына келеді.',
  'error.text.internal': 'Ақау тіркелді. Қайталап көріңіз; көмектеспесе, бізге сұрау нөмірін хабарлаңыз.',
};
