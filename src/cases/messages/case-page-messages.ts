import { defineMessages } from '../../platform/messages/catalogue.ts';
import { casePageEn } from './en.ts';
import { casePageKk } from './kk.ts';
import { casePageRu } from './ru.ts';

/** What the case page and its timeline say; names of outcomes, steps and kinds are in `vocabulary/`. */
export const casePageMessages = defineMessages({ ru: casePageRu, kk: casePageKk, en: casePageEn });
