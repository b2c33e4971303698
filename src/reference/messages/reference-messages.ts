import { defineMessages } from '../../platform/messages/catalogue.ts';
import { referenceEn } from './en.ts';
import { referenceKk } from './kk.ts';
import { referenceRu } from './ru.ts';

/** What the tile map and the lists of regions and topics say. */
export const referenceMessages = defineMessages({ ru: referenceRu, kk: referenceKk, en: referenceEn });
