import { setTimeout as sleep } from 'node:timers/promises';
import type { EnqueuedTask, Meilisearch, MeilisearchErrorResponse, Task } from 'meilisearch';
import { asking, NodeError, troubleOfTask } from './node-error.ts';

/** A task that came to its end: done, or failed for what it was given. */
export type Ended =
  | { readonly done: true }
  | { readonly done: false; readonly problem: MeilisearchErrorResponse };

/** How soon, and then how seldom, a task is looked at, in milliseconds. */
const LOOK_MS = { first: 5, most: 200 };
/** How often something is sent whose task was canceled or forgotten. */
const MOST_SENDS = 3;

/**
 * Sends something and waits until its task has ended: 202 means no more than enqueued. Sends it again where the task was
 * canceled or is unknown (a node that lost its queue). Errors: {@link NodeError} where the node and not what was sent is
 * to blame.
 */
export async function ended(
  client: Meilisearch,
  send: () => Promise<EnqueuedTask>,
  stopping: AbortSignal,
): Promise<Ended> {
  for (let sent = 1; ; sent++) {
    const { taskUid } = await asking(send);
    const task = await lookAt(client, taskUid, stopping);
    if (task?.status === 'succeeded') return { done: true };
    if (task?.status === 'failed') return failed(task);
    if (sent === MOST_SENDS)
      throw new NodeError(
        'away',
        `its tasks are canceled or forgotten (task ${taskUid}); is somebody cancelling them?`,
      );
  }
}

/** Like {@link ended}, for what can only fail when something is wrong with the node. */
export async function succeeded(...call: Parameters<typeof ended>): Promise<void> {
  const end = await ended(...call);
  if (!end.done) throw new NodeError('refused', `${end.problem.code}: ${end.problem.message}`);
}

function failed({ error, uid }: Task): Ended {
  if (error === null) throw new NodeError('away', `task ${uid} failed without a reason`);
  const trouble = troubleOfTask(error.code);
  if (trouble !== undefined) throw new NodeError(trouble, `task ${uid}: ${error.code}: ${error.message}`);
  return { done: false, problem: error };
}

/** The task at its end; undefined when the node does not know it. */
async function lookAt(client: Meilisearch, uid: number, stopping: AbortSignal): Promise<Task | undefined> {
  for (let pause = LOOK_MS.first; ; pause = Math.min(pause * 1.5, LOOK_MS.most)) {
    stopping.throwIfAborted();
    const task = await asking(() => client.tasks.getTask(uid)).catch((error: unknown) => {
      if (error instanceof NodeError && error.message.startsWith('task_not_found')) return undefined;
      throw error;
    });
    if (task === undefined || (task.status !== 'enqueued' && task.status !== 'processing')) return task;
    await sleep(pause, undefined, { signal: stopping });
  }
}
