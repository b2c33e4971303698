import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Chance } from '../chance.ts';
import type { Service } from './service.ts';

export interface SearchFigures {
  readonly answers: number;
  /** Answers that said that the engine inside the process gave them. */
  readonly degraded: number;
  /** Calls of a serving process that ended otherwise, by what they ended with. */
  readonly failed: Readonly<Record<string, number>>;
  /** Milliseconds in which neither service answered. */
  readonly longestWithoutAnswer: number;
  /** Milliseconds in which a service that was there, neither killed nor stopped, did not answer. */
  readonly longestOfOneServing: number;
}

const PATIENCE_MS = 5_000;
const REST_MS = 30;
const answer = z.object({ degraded: z.boolean(), total: z.number() });

/** Searches each service in turn with itself until it is stopped. */
export function keepSearching(services: readonly Service[], chance: Chance, stopping: AbortSignal) {
  const found = { answers: 0, degraded: 0, longestWithoutAnswer: 0, longestOfOneServing: 0 };
  const failed: Record<string, number> = {};
  let anyAnswered = performance.now();

  const searching = async (service: Service) => {
    let answered = performance.now();
    while (!stopping.aborted) {
      await sleep(REST_MS);
      const since = service.servingSince();
      if (since === undefined) continue;
      const problem = await search(service.url, chance).then(
        ({ degraded }) => {
          const now = performance.now();
          const gap = now - Math.max(answered, service.servingSince() ?? now);
          found.longestOfOneServing = Math.max(found.longestOfOneServing, gap);
          found.longestWithoutAnswer = Math.max(found.longestWithoutAnswer, now - anyAnswered);
          [answered, anyAnswered] = [now, now];
          found.answers += 1;
          if (degraded) found.degraded += 1;
          return undefined;
        },
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      // Whoever was killed or stopped meanwhile could not answer.
      if (problem !== undefined && service.servingSince() === since)
        failed[problem] = (failed[problem] ?? 0) + 1;
    }
  };
  const all = Promise.all(services.map(searching));
  return {
    async figures(): Promise<SearchFigures> {
      await all;
      return {
        ...found,
        longestWithoutAnswer: Math.round(found.longestWithoutAnswer),
        longestOfOneServing: Math.round(found.longestOfOneServing),
        failed,
      };
    },
  };
}

/** How many published cases a service counts. */
export async function countedBy(service: Service): Promise<{ total: number; degraded: boolean }> {
  return asked(`${service.url}/api/v1/search?q=&limit=1`, {});
}

function search(url: string, chance: Chance) {
  const at = `${url}/api/v1/search`;
  const kind = chance.number();
  if (kind < 0.3) return asked(`${at}?q=`, {});
  if (kind < 0.6) return asked(`${at}?q=${encodeURIComponent('уборка снега договор')}`, {});
  return asked(at, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      text: 'Здравствуйте! Второй год во дворе не убирают снег, подрядчика нет с января.',
    }),
  });
}

async function asked(url: string, options: RequestInit) {
  const response = await fetch(url, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`status ${response.status}`);
  return answer.parse(body);
}
