import type { Messages } from '../../platform/messages/catalogue.ts';
import type { fileProblemsRu } from './ru.ts';

export const fileProblemsKk: Messages<typeof fileProblemsRu> = {
  'problem.unknown-field': 'Мұнда ондай өріс жоқ. Атауын түзетіңіз немесе өрісті алып тастаңыз.',
  'problem.region.unknown': '«{value}» деген өңір жоқ. Тізімі: content/taxonomy/regions.yaml.',
  'problem.category.unknown': '«{value}» деген тақырып жоқ. Тізімі: content/taxonomy/categories.yaml.',
  'problem.institution.unknown': '«{value}» деген мекеме жоқ. Тізімі: content/taxonomy/institutions.',
  'problem.channel.unknown': '«{value}» деген арна жоқ. Тізімі: content/taxonomy/channels.yaml.',

  'problem.file.name':
    'Мұндай атаулы файл мұнда оқылмайды. Атау ережелері: CONTRIBUTING.md; аударма түпнұсқаның жанында жатады.',
  'problem.file.folder': 'Файл өз өңірінің қалтасында емес. Файлды көшіріңіз немесе region өрісін түзетіңіз.',
  'problem.file.encoding': 'Файл UTF-8 емес. UTF-8 түрінде сақтаңыз.',
  'problem.file.unreadable': 'Мұны оқу мүмкін емес ({value}). Осы пайдаланушыға оқу құқығын беріңіз.',
  'problem.file.language': 'Файл атауындағы тіл мен language өрісі әртүрлі. Біреуін түзетіңіз.',
  'problem.file.language-twice': 'Бұл тілдегі мәтін жағдайдың басқа файлында бар.',
  'problem.front-matter.missing': 'Файл екі «---» жолының арасындағы өрістерден басталуы тиіс.',
  'problem.front-matter.unclosed': 'Өрістерден кейін екінші «---» жолы қажет.',
  'problem.front-matter.yaml': 'Өрістер YAML емес: {detail}',
  'problem.yaml': 'Файл YAML емес. Осы жолды тексеріңіз.',
  'problem.list': 'Файл көрсеткіштер тізімі болуы тиіс.',

  'problem.write-up.heading-level': 'Бөлімдер «#» емес, «##» белгісінен басталады.',
  'problem.write-up.section-id-missing':
    "Тақырыптан кейін оның коды қажет, мысалы '{#problem}'. Кодтар: {ids}.",
  'problem.write-up.section-unknown': '«{id}» деген бөлім жоқ. Бары: {ids}.',
  'problem.write-up.section-twice': '«{id}» бөлімі екі рет тұр. Екеуін біріктіріңіз.',
  'problem.write-up.text-before-section':
    'Мәтін бірінші бөлімнен бұрын тұр. Оны тақырыптың астына көшіріңіз.',
  'problem.write-up.too-complex':
    'Белгілеу тым күрделі. Бірін-бірі қамтитын тізімдер мен дәйексөздерді жеңілдетіңіз.',
  'problem.write-up.too-short': 'Мәтін тым қысқа: {words, number} сөз, кемінде {least, number} қажет.',
  'problem.write-up.thin': 'Мәтін қысқа: {words, number} сөз; кемінде {thin, number} болғаны жөн.',
  'problem.write-up.long': 'Мәтін ұзақ: {words, number} сөз; {most, number} сөзден аспағаны жөн.',

  'problem.translation.missing': '{language} тіліндегі мәтін жоқ. Аударма файлын қосыңыз.',
  'problem.text.wrong-language': 'Мәтін {language} тілінде емес.',
  'problem.number.unsourced':
    '{value} саны жазбада жоқ. Алып тастаңыз немесе дереккөзімен бірге жазбаға енгізіңіз.',
  'problem.step.out-of-order': '{value} қадамы жоғарыда тұрғаннан бұрын. Қадамдарды күндері бойынша қойыңыз.',
  'problem.slug.duplicate': 'Бұл қысқа атау {value} файлында бар. Біреуінің атын өзгертіңіз.',
  'problem.link.unknown': 'Сілтеме «{value}» дегенге апарады, ал ондай жоқ немесе ол осының өзі.',
  'problem.person': 'Жеке деректерге ұқсайды: {value}. Оларды мұнда енгізбейді.',

  'problem.practice.too-few-cases':
    'Салыстырылатын жағдай: {count, number}; кемінде {minimum, number} қажет.',
  'problem.practice.section-missing': '«{section}» бөлімі жоқ.',
  'problem.practice.length': 'Бөлімдерде {words, number} сөз; {least, number}–{most, number} қажет.',
  'problem.id.twice': '«{value}» көрсеткіші бар. Бұған басқа id беріңіз.',
  'problem.period.empty': 'Мерзімнің басын немесе соңын көрсетіңіз.',
  'problem.period.order': 'Мерзім басталғанынан ({from}) бұрын аяқталады ({to}).',
  'problem.topic.empty': 'Базаның тақырыбын немесе дереккөздегі атауын көрсетіңіз.',
  'problem.channel.empty': 'Базаның арнасын немесе дереккөздегі атауын көрсетіңіз.',
  'problem.source.publisher': 'Жариялаушы — мекенжайдағы торап: {value}.',
  'problem.percent.above-100': 'Үлес 100 %-дан көп: {value, number}.',
};
