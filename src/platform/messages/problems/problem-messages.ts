import { defineMessages } from '../catalogue.ts';
import { problemsEn } from './en.ts';
import { problemsKk } from './kk.ts';
import { problemsRu } from './ru.ts';

/** Sentences for errors and for what is wrong with a field. */
export const problemMessages = defineMessages({ ru: problemsRu, kk: problemsKk, en: problemsEn });
