import { defineMessages } from '../../platform/messages/catalogue.ts';
import { statisticsEn } from './en.ts';
import { statisticsKk } from './kk.ts';
import { statisticsRu } from './ru.ts';

/** What the page of figures and the tables of figures say. */
export const statisticsMessages = defineMessages({ ru: statisticsRu, kk: statisticsKk, en: statisticsEn });
