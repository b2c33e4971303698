import type { Messages } from '../../platform/messages/catalogue.ts';
import type { practiceRu } from './ru.ts';

export const practiceEn: Messages<typeof practiceRu> = {
  'practices.title': 'Practices',
  'practices.lead':
    'One problem, and what several regions did about it side by side: what was done, what it cost, how long it took and how it ended. And what follows from that, and what does not.',
  'practices.empty': 'There are no practices yet.',
  'practices.size':
    '{cases, plural, one {# case} other {# cases}}{regions, plural, =0 {} one { from # region} other { from # regions}}',
  'practice.outcomes': 'How they ended:',
  'practice.section.problem': 'What the problem is',
  'practice.section.approaches': 'Which approaches there are',
  'practice.section.evidence': 'What the cases show, and what they do not',
  'practice.section.unknown': 'What we do not know',
  'practice.table': 'The approaches side by side',
  'practice.table.caption':
    'The table is drawn from the records of the base; no gap is filled: what the sources do not say is not known.',
  'practice.table.where': 'Where',
  'practice.table.what': 'What was done',
  'practice.table.contract': 'Contract',
  'practice.table.money': 'Money',
  'practice.table.time': 'Time',
  'practice.table.outcome': 'How it ended',
  'practice.table.none': 'There are no published cases of this practice now.',
  'practice.unknown': 'not known',
  'practice.noContract': 'no contract in the record',
  'practice.lots': '{count, plural, one {# lot} other {# lots}}',
  'practice.moreContracts': '{count, plural, one {and # more contract} other {and # more contracts}}',
  'practice.contractUndated': 'period not given',
  'practice.time.whole': 'from complaint to result',
  'practice.time.steps': 'from decision to the end of works',
  'practice.time.dates': 'events: {dates}',
  'practice.per': '{what}, {per}',
  'practice.beside': 'Another topic, the same matter',
  'practice.legal': 'The rules that the text rests on',
  'practice.legal.inForce': 'in force from {date}',
  'practice.comparedOn': 'The text was compared with the records on {date}',
  'practice.confidence':
    'Most records are drawn from public sources and not checked by institutions. Before repeating something, ask the institution that did it.',
  'practice.topic': 'All cases on “{topic}”',
  'practice.searchOwn': 'Find what is like your own complaint',
  'practice.notice.text':
    'The text of the practice is in Russian; the table below is drawn from the records.',
  'practice.notice.machine': 'Title and summary are a machine translation.',
};
