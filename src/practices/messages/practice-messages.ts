import { defineMessages } from '../../platform/messages/catalogue.ts';
import { practiceEn } from './en.ts';
import { practiceKk } from './kk.ts';
import { practiceRu } from './ru.ts';

/** What the pages of practices say beside their texts. */
export const practiceMessages = defineMessages({ ru: practiceRu, kk: practiceKk, en: practiceEn });
