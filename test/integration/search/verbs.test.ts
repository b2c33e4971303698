import { searchVerbs } from './search-verbs.ts';

searchVerbs('embedded');
