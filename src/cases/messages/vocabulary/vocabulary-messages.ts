import { defineMessages } from '../../../platform/messages/catalogue.ts';
import { vocabularyEn } from './en.ts';
import { vocabularyKk } from './kk.ts';
import { vocabularyRu } from './ru.ts';

/** Names of outcomes, steps, kinds of money and the like, and what a case's card says. */
export const vocabularyMessages = defineMessages({ ru: vocabularyRu, kk: vocabularyKk, en: vocabularyEn });
