import type { CaseChanges } from '../../cases/index.ts';

const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 60 * 60_000;

/** Removes old rows of the outbox now and then; any number of processes may. Returns how to stop. */
export function pruneOutbox(
  changes: Pick<CaseChanges, 'prune'>,
  log: { warn(details: object, message: string): void },
): () => void {
  const prune = () => {
    changes.prune().catch((error: unknown) => {
      log.warn({ problem: String(error) }, 'the outbox could not be pruned');
    });
    timer = setTimeout(prune, EVERY_MS).unref();
  };
  let timer = setTimeout(prune, FIRST_AFTER_MS).unref();
  return () => clearTimeout(timer);
}
