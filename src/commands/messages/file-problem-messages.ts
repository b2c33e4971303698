import { defineMessages } from '../../platform/messages/catalogue.ts';
import { fileProblemsEn } from './en.ts';
import { fileProblemsKk } from './kk.ts';
import { fileProblemsRu } from './ru.ts';

/** What is wrong with a file of `content/`. */
export const fileProblemMessages = defineMessages({
  ru: fileProblemsRu,
  kk: fileProblemsKk,
  en: fileProblemsEn,
});
