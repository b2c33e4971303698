import { listPractices } from './list-practices.ts';
import { offerPractices } from './offer-practices.ts';
import type { PracticePorts } from './practice-ports.ts';
import { practiceTexts } from './practice-texts.ts';
import { readPractice } from './read-practice.ts';

/** All verbs of the feature over one set of ports. */
export function practiceVerbs(ports: PracticePorts) {
  const offers = offerPractices(ports);
  return {
    listPractices: listPractices(ports),
    readPractice: readPractice(ports),
    offers,
    /** For a search that does not know the feature. */
    told: { texts: practiceTexts(ports), named: offers.named },
  };
}
export type PracticeVerbs = ReturnType<typeof practiceVerbs>;
