export { checkPractices } from './application/check-practices.ts';
export type { PracticeOffer, PracticeOffers } from './application/offer-practices.ts';
export type { PracticeFolder, PracticeProblem } from './application/ports.ts';
export { type PracticeVerbs, practiceVerbs } from './application/practice-verbs.ts';
export { PRACTICE_SECTIONS, type Practice, type PracticeSection } from './domain/practice.ts';
export { practicePages } from './pages/practice-pages.ts';
