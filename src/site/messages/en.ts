import type { Messages } from '../../platform/messages/catalogue.ts';
import type { siteRu } from './ru.ts';

export const siteEn: Messages<typeof siteRu> = {
  'text.contents': 'On this page',
  'contribute.write': 'Write a letter',
  'contribute.address': 'Letters go to {address}.',
  'contribute.noAddress': 'This installation has no address for letters yet.',
  'contribute.subject': 'Sheshim: a correction or a new case',
  'contribute.subject.case': 'Sheshim: correction of the record {slug}',
  'contribute.body':
    'Record (link): {link}\n\nWhat is wrong or missing:\n\n\nSource (link):\n\n\nThe institution you write for (if any):',
};
