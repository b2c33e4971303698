import type { Messages } from '../../platform/messages/catalogue.ts';
import type { siteRu } from './ru.ts';

export const siteKk: Messages<typeof siteRu> = {
  'text.contents': 'Осы бетте',
  'contribute.write': 'Хат жазу',
  'contribute.address': 'Хаттар {address} мекенжайына келеді.',
  'contribute.noAddress': 'Бұл орнатылымда хат алатын мекенжай әзірге көрсетілмеген.',
  'contribute.subject': 'Шешім: түзету немесе жаңа жағдай',
  'contribute.subject.case': 'Шешім: {slug} жазбасын түзету',
  'contribute.body':
    'Жазба (сілтеме): {link}\n\nНе дұрыс емес немесе не жетіспейді:\n\n\nДереккөз (сілтеме):\n\n\nҚай мекемеден жазып отырсыз (мекемеден болса):',
};
