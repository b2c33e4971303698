export type { SiteTexts } from './domain/site-text.ts';
export { sitePages } from './pages/site-pages.ts';
