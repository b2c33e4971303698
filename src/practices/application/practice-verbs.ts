import { listPractices } from './list-practices.ts';
import { offerPractices } from './offer-practices.ts';
import type { PracticePorts } from './practice-ports.ts';
import { readPractice } from './read-practice.ts';

/** All verbs of the feature over one set of ports. */
export function practiceVerbs(ports: PracticePorts) {
  return {
    listPractices: listPractices(ports),
    readPractice: readPractice(ports),
    offers: offerPractices(ports),
  };
}
export type PracticeVerbs = ReturnType<typeof practiceVerbs>;
