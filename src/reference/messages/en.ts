import type { Messages } from '../../platform/messages/catalogue.ts';
import type { referenceRu } from './ru.ts';

export const referenceEn: Messages<typeof referenceRu> = {
  'map.label': 'The regions as tiles',
  'map.hint': 'Each square is a region; the stronger its colour, the more cases.',
  'map.count': '{count, plural, =0 {no cases yet} one {# case} other {# cases}}',
  'map.country': 'Whole country',
  'regions.title': 'Regions',
  'regions.lead': 'What has been done in each region and in each city of republican status.',
  'regions.list': 'List of regions',
  'region.description': 'Cases of {region}: what was done, what it cost and how it ended.',
  'topics.title': 'Topics',
  'topics.lead': 'The problems that residents complain about, and the cases of each.',
  'topic.description':
    'Cases on “{topic}” in the regions of Kazakhstan: what was done, what it cost and how it ended.',
  'topic.practice': 'Practice:',
  'topic.within': 'Within this topic',
  'topic.words': 'People write about it like this: {words}.',
  'list.count': '{count, plural, =0 {No cases yet} one {# case} other {# cases}}',
  'list.filter': 'Narrow down by topic, outcome or year',
  'list.filter.region': 'Narrow down by region, outcome or year',
  'list.paging': 'Pages of the list',
  'list.next': 'Next',
  'list.first': 'To the start of the list',
  'list.empty': 'There are no cases here yet. If you know how this was solved, send it to us.',
  'list.empty.link': 'Send a case',
};
