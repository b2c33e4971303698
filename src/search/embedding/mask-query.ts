import { maskPersonalData } from '../../kernel/personal-data.ts';
import { embeddingsAddress, isOnThisMachine } from './embedder-address.ts';
import { PASSAGE_LIMIT } from './passages.ts';

/** What of a question is looked at: enough that nothing is cut through where the part that is sent ends. */
const LOOKED_AT = 2 * PASSAGE_LIMIT;

/** What a question is made into before it goes to the embedder: without personal data, unless it stays here. */
export function maskedFor(url: string): (text: string) => string {
  if (isOnThisMachine(embeddingsAddress(url))) return (text) => text.slice(0, LOOKED_AT).toWellFormed();
  return (text) => maskPersonalData(text.slice(0, LOOKED_AT).toWellFormed());
}
