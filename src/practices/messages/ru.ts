/** What the pages of practices say beside their texts. */
export const practiceRu = {
  'practices.title': 'Практики',
  'practices.lead':
    'Одна проблема, подходы нескольких регионов рядом: что сделали, сколько стоило, сколько заняло и чем кончилось. И что из этого следует, а что нет.',
  'practices.empty': 'Практик пока нет.',
  'practices.size':
    '{cases, plural, one {# случай} few {# случая} many {# случаев} other {# случая}}{regions, plural, =0 {} one { из # региона} other { из # регионов}}',
  'practice.outcomes': 'Чем кончились:',
  'practice.section.problem': 'В чём проблема',
  'practice.section.approaches': 'Какие есть подходы',
  'practice.section.evidence': 'Что показывают случаи, а чего не показывают',
  'practice.section.unknown': 'Чего мы не знаем',
  'practice.table': 'Подходы рядом',
  'practice.table.caption':
    'Таблица составлена из записей базы; пустых мест не заполняем: чего нет в источниках, то не известно.',
  'practice.table.where': 'Где',
  'practice.table.what': 'Что сделано',
  'practice.table.contract': 'Договор',
  'practice.table.money': 'Деньги',
  'practice.table.time': 'Время',
  'practice.table.outcome': 'Чем кончилось',
  'practice.table.none': 'Опубликованных случаев по этой практике сейчас нет.',
  'practice.unknown': 'не известно',
  'practice.noContract': 'договоров нет в записи',
  'practice.lots': '{count, plural, one {# лот} few {# лота} many {# лотов} other {# лота}}',
  'practice.moreContracts':
    '{count, plural, one {и ещё # договор} few {и ещё # договора} many {и ещё # договоров} other {и ещё # договора}}',
  'practice.contractUndated': 'срок не назван',
  'practice.time.whole': 'от жалобы до результата',
  'practice.time.steps': 'от решения до конца работ',
  'practice.time.dates': 'события: {dates}',
  'practice.per': '{what}, {per}',
  'practice.beside': 'По другой теме, но о том же',
  'practice.legal': 'На какие нормы опирается текст',
  'practice.legal.inForce': 'действует с {date}',
  'practice.comparedOn': 'Текст сверен с записями {date}',
  'practice.confidence':
    'Большинство записей составлено по открытым источникам и не проверено ведомствами. Перед повторением спросите ведомство, которое это сделало.',
  'practice.topic': 'Все случаи по теме «{topic}»',
  'practice.searchOwn': 'Найти похожее на свою жалобу',
  'practice.notice.text': 'Текст практики написан на русском; таблица ниже собрана из записей.',
  'practice.notice.machine': 'Название и краткое описание переведены машиной.',
};
