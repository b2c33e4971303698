import { defineMessages } from '../catalogue.ts';
import { commonEn } from './en.ts';
import { commonKk } from './kk.ts';
import { commonRu } from './ru.ts';

/** What stands on every page: navigation, languages, footer, the frame of error pages. */
export const commonMessages = defineMessages({ ru: commonRu, kk: commonKk, en: commonEn });
