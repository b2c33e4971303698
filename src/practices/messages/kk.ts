import type { Messages } from '../../platform/messages/catalogue.ts';
import type { practiceRu } from './ru.ts';

export const practiceKk: Messages<typeof practiceRu> = {
  'practices.title': 'Тәжірибелер',
  'practices.lead':
    'Бір мәселе бойынша бірнеше өңірдің тәсілдері қатар берілген: не істелді, қанша қаражат пен уақыт кетті, немен аяқталды. Бұдан қандай қорытынды шығады және қандай қорытынды шықпайды.',
  'practices.empty': 'Тәжірибелер әзірге жоқ.',
  'practices.size':
    '{regions, plural, =0 {} other {# өңірден }}{cases, plural, one {# жағдай} other {# жағдай}}',
  'practice.outcomes': 'Немен аяқталды:',
  'practice.section.problem': 'Мәселе неде',
  'practice.section.approaches': 'Қандай тәсілдер бар',
  'practice.section.evidence': 'Жағдайлар нені көрсетеді, нені көрсетпейді',
  'practice.section.unknown': 'Біз не білмейміз',
  'practice.table': 'Тәсілдерді салыстыру',
  'practice.table.caption':
    'Кесте база жазбаларынан құралған; бос орындар толтырылмайды: дереккөзде жоқ мәлімет белгісіз болып қалады.',
  'practice.table.where': 'Қайда',
  'practice.table.what': 'Не істелді',
  'practice.table.contract': 'Шарт',
  'practice.table.money': 'Қаражат',
  'practice.table.time': 'Уақыт',
  'practice.table.outcome': 'Немен аяқталды',
  'practice.table.none': 'Бұл тәжірибе бойынша қазір жарияланған жағдай жоқ.',
  'practice.unknown': 'белгісіз',
  'practice.noContract': 'жазбада шарт жоқ',
  'practice.lots': '{count, plural, one {# лот} other {# лот}}',
  'practice.moreContracts': '{count, plural, one {тағы # шарт} other {тағы # шарт}}',
  'practice.contractUndated': 'мерзімі көрсетілмеген',
  'practice.time.whole': 'шағымнан нәтижеге дейін',
  'practice.time.steps': 'шешімнен жұмыстың соңына дейін',
  'practice.time.dates': 'оқиғалар: {dates}',
  'practice.per': '{what}, {per}',
  'practice.beside': 'Басқа тақырыпта, бірақ осы мәселе туралы',
  'practice.legal': 'Мәтін қандай нормаларға сүйенеді',
  'practice.legal.inForce': 'қолданысқа енген күні: {date}',
  'practice.comparedOn': 'Мәтін жазбалармен салыстырылған күн: {date}',
  'practice.confidence':
    'Жазбалардың көбі ашық дереккөздерден құралған, мекемелер тексермеген. Қайталамас бұрын мұны істеген мекемеден сұраңыз.',
  'practice.topic': '«{topic}» тақырыбындағы барлық жағдай',
  'practice.searchOwn': 'Өз шағымыңызға ұқсас жағдайды табу',
  'practice.notice.text': 'Тәжірибе мәтіні орыс тілінде жазылған; төмендегі кесте жазбалардан құралған.',
  'practice.notice.machine': 'Атауы мен қысқаша сипаттамасы машинамен аударылған.',
};
