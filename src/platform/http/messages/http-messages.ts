import { defineMessages } from '../../messages/catalogue.ts';
import { httpEn } from './en.ts';
import { httpKk } from './kk.ts';
import { httpRu } from './ru.ts';

/** What an answer says when a request cannot be served. */
export const httpMessages = defineMessages({ ru: httpRu, kk: httpKk, en: httpEn });
