import type { Reference } from '../domain/reference.ts';
import { listCategories, listChannels, listInstitutions, listRegions } from './list-reference.ts';

/** The verbs of the reference data, over data that was loaded once. */
export const createReferenceVerbs = (reference: Reference) => ({
  listRegions: listRegions(reference),
  listCategories: listCategories(reference),
  listInstitutions: listInstitutions(reference),
  listChannels: listChannels(reference),
});
export type ReferenceVerbs = ReturnType<typeof createReferenceVerbs>;
