import type { Messages } from '../catalogue.ts';
import type { commonRu } from './ru.ts';

export const commonEn: Messages<typeof commonRu> = {
  'site.name': 'Sheshim',
  'site.claim': 'What other regions did',
  'site.description':
    'Resolved problems of the regions of Kazakhstan: what was done, what it cost, how long it took and how it ended.',
  'site.skip': 'Skip to content',
  'nav.label': 'Sections',
  'nav.search': 'Search',
  'nav.regions': 'Regions',
  'nav.topics': 'Topics',
  'nav.about': 'About',
  'language.label': 'Language of this page',
  'language.kk': 'Қазақша',
  'language.ru': 'Русский',
  'language.en': 'English',
  'footer.label': 'About this site',
  'footer.claim': 'A knowledge base for akimats and ministries. Records are written from public sources.',
  'footer.noAdvice': 'Records show what others experienced; they are not legal advice.',
  'footer.contribute': 'Correct or contribute',
  'footer.api': 'Access for programs (API)',
  'footer.privacy': 'What happens to a pasted complaint',
  'action.back': 'Back',
  'action.copy': 'Copy',
  'action.copied': 'Copied',
  'error.heading': 'Error',
  'error.toSearch': 'Go to search',
  'error.request': 'Request number: {id}',
  'error.whatNow': 'What you can do',
  'breadcrumbs.label': 'You are here',
};
