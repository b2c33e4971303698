import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { caseContent } from '../../src/cases/domain/case-record.ts';
import { caseInput } from '../../test/support/case-input.ts';
import type { Chance } from '../chance.ts';
import type { CaseState, Command } from './commands.ts';
import type { Ledger } from './ledger.ts';
import type { Service } from './service.ts';

export interface WritersPorts {
  readonly services: readonly Service[];
  readonly ledger: Ledger;
  readonly chance: Chance;
  readonly stopping: AbortSignal;
}

interface OwnCase {
  readonly id: string;
  readonly state: NonNullable<CaseState>;
}

const REGIONS = ['KZ-39', 'KZ-75', 'KZ-71', 'KZ-10', 'KZ-63'] as const;

/** Cases that one writer has at most, so that the same ones change again and again. */
const MOST_CASES = 25;
const LONGEST_REST_MS = 150;

/**
 * Writes random cases over random services until it is stopped. A case is written by one writer alone, one write after
 * the other; one of whose write nobody knows whether it was done is left as it is.
 */
export async function keepWriting({ services, ledger, chance, stopping }: WritersPorts): Promise<void> {
  const own = new Map<string, OwnCase>();
  while (!stopping.aborted) {
    await sleep(chance.between(0, LONGEST_REST_MS));
    const serving = services.filter((service) => service.servingSince() !== undefined);
    if (serving.length === 0) continue;
    const asked = nextWrite([...own.values()], chance);
    const outcome = await chance.of(serving).write(asked);
    ledger.note(asked, outcome);
    own.delete(asked.caseId);
    if (outcome.acknowledged && outcome.state !== null)
      own.set(asked.caseId, { id: asked.caseId, state: outcome.state });
  }
}

function nextWrite(own: readonly OwnCase[], chance: Chance): Command {
  const id = uuidv7();
  if (own.length < MOST_CASES && (own.length === 0 || chance.number() < 0.3))
    return { id, verb: 'create', caseId: uuidv7(), content: content(chance) };
  const { id: caseId, state } = chance.of(own);
  const call = { id, caseId };
  const roll = chance.number();
  if (roll < 0.1) return { ...call, verb: 'delete' };
  if (state.status === 'published' && roll < 0.35) return { ...call, verb: 'archive' };
  if (state.publishedRevision === state.latestRevision || roll < 0.4)
    return { ...call, verb: 'change', basedOnRevision: state.latestRevision, content: content(chance) };
  return { ...call, verb: 'publish' };
}

function content(chance: Chance) {
  const number = chance.between(1, 1_000_000);
  return caseContent.parse(
    caseInput({
      title: `Снег во дворах убирают по договору ${number}`,
      region: chance.of(REGIONS),
    }),
  );
}
