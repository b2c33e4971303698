import { defineMessages } from '../../platform/messages/catalogue.ts';
import { siteEn } from './en.ts';
import { siteKk } from './kk.ts';
import { siteRu } from './ru.ts';

/** What the pages about the site say beside their Markdown. */
export const siteMessages = defineMessages({ ru: siteRu, kk: siteKk, en: siteEn });
