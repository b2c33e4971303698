import { defineMessages } from '../../platform/messages/catalogue.ts';
import { searchEn } from './en.ts';
import { searchKk } from './kk.ts';
import { searchRu } from './ru.ts';

/** What the start page and the results say. */
export const searchMessages = defineMessages({ ru: searchRu, kk: searchKk, en: searchEn });
