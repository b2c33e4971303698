import type { CaseState, Command } from './commands.ts';
import type { Outcome } from './service.ts';

/** A write and how it ended. */
export interface Write {
  readonly id: string;
  readonly caseId: string;
  readonly verb: Command['verb'];
  readonly outcome: Outcome;
}

/** What the bench was told: every write in its order, case by case. */
export interface Ledger {
  note(asked: Command, outcome: Outcome): void;
  writes(): Write[];
  /** The writes of each case in their order. */
  byCase(): Map<string, Write[]>;
}

export function openLedger(): Ledger {
  const writes: Write[] = [];
  return {
    note({ id, caseId, verb }, outcome) {
      writes.push({ id, caseId, verb, outcome });
    },
    writes: () => writes,
    byCase() {
      const cases = new Map<string, Write[]>();
      for (const write of writes) cases.set(write.caseId, [...(cases.get(write.caseId) ?? []), write]);
      return cases;
    },
  };
}

/** How a case stands after its last write that is known to be done; undefined where none is. */
export function lastState(writes: readonly Write[]): CaseState | undefined {
  const last = writes.findLast(({ outcome }) => outcome.acknowledged);
  return last?.outcome.acknowledged === true ? last.outcome.state : undefined;
}
