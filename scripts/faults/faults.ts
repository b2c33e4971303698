import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { ServerConnection } from '../../test/support/connection.ts';
import type { MeilisearchServer } from '../../test/support/meilisearch.ts';
import type { Chance } from '../chance.ts';
import { type BadProxy, PROXY_FAULTS } from './proxy.ts';
import type { Service } from './service.ts';

export interface World {
  readonly services: readonly Service[];
  readonly nodes: readonly MeilisearchServer[];
  /** What an operator does with a node that was emptied: its keys went with its data. */
  readonly giveKeys: (node: MeilisearchServer) => Promise<void>;
  readonly proxy: BadProxy | null;
  readonly connection: ServerConnection;
  readonly chance: Chance;
}

/** A fault that can be inflicted now: on whom, and how; resolves when it is over. */
interface Fault {
  readonly kind: string;
  readonly target: object;
  inflict(): Promise<void>;
}

/** Milliseconds: between two faults, how long something is away, and how long it is where that is long. */
const NEXT_AFTER = [1_000, 2_000] as const;
const AWAY = [300, 3_000] as const;
/** Longer than a silent holder of a lock keeps it. */
const LONG_AWAY = [11_000, 14_000] as const;
const LONG_SHARE = 0.2;
/** How often it is looked whether a fault is possible now, and for how long before another kind is taken. */
const WAIT_MS = 100;
const WAIT_AT_MOST_MS = 1_500;
const WIPED_SHARE = 0.15;

/**
 * Inflicts so many random faults, one every second or two, and resolves when all of them are over, with how many there
 * were of each kind. At least one service is always there; of the nodes none may be.
 */
export async function inflict(
  count: number,
  world: World,
  told: (what: string) => void,
): Promise<Record<string, number>> {
  const { chance } = world;
  const kinds: Record<string, number> = {};
  const under = new Map<object, Promise<void>>();
  for (let done = 0; done < count; done++) {
    await sleep(chance.between(...NEXT_AFTER));
    const fault = await nextFault(world, under);
    kinds[fault.kind] = (kinds[fault.kind] ?? 0) + 1;
    told(`${done + 1}/${count} ${fault.kind}`);
    const over = fault.inflict().finally(() => under.delete(fault.target));
    under.set(fault.target, over);
  }
  await Promise.all(under.values());
  return kinds;
}

/** One of a random group; of another one where that group has none for long. */
async function nextFault(world: World, under: ReadonlyMap<object, unknown>): Promise<Fault> {
  const { services, nodes, chance } = world;
  const often = [
    async () => (allServe() ? ofServices('service', services, chance) : []),
    async () => (allServe() ? ofServices('holder', await holdersOf(services), chance) : []),
    async () => nodes.flatMap((node) => ofNode(node, world)),
    ...(world.proxy === null ? [] : [async () => ofProxy(world)]),
  ];
  // Connections can be cut at any time, the others only where nothing is wrong yet.
  const groups = [...often, ...often, async () => [cutConnections(world)]];
  function allServe(): boolean {
    return services.every((service) => !under.has(service) && service.servingSince() !== undefined);
  }
  for (;;) {
    const wanted = chance.of(groups);
    const deadline = performance.now() + WAIT_AT_MOST_MS;
    do {
      const possible = (await wanted()).filter(({ target }) => !under.has(target));
      if (possible.length > 0) return chance.of(possible);
      await sleep(WAIT_MS);
    } while (performance.now() < deadline);
  }
}

function ofServices(what: string, services: readonly Service[], chance: Chance): Fault[] {
  if (services.length === 0) return [];
  const target = chance.of(services);
  return [
    {
      kind: `${what}-killed`,
      target,
      async inflict() {
        target.kill();
        await target.ready();
      },
    },
    {
      kind: `${what}-stopped`,
      target,
      async inflict() {
        target.pause();
        await sleep(away(chance));
        target.goOn();
      },
    },
  ];
}

function ofNode(target: MeilisearchServer, { chance, giveKeys }: World): Fault[] {
  const wiped = chance.number() < WIPED_SHARE;
  return [
    {
      kind: wiped ? 'node-killed-and-wiped' : 'node-killed',
      target,
      async inflict() {
        await target.kill();
        await sleep(away(chance));
        await target.start({ wiped });
        if (wiped) await giveKeys(target);
      },
    },
    {
      kind: 'node-stopped',
      target,
      async inflict() {
        target.process().kill('SIGSTOP');
        await sleep(away(chance));
        target.process().kill('SIGCONT');
      },
    },
  ];
}

/** All sessions of the services end, or each of them with a chance of a half. */
function cutConnections({ connection, chance }: World): Fault {
  return {
    kind: 'connections-cut',
    target: {},
    async inflict() {
      const client = new pg.Client({ ...connection, application_name: 'bench faults' });
      await client.connect();
      const most = chance.number() < 0.5 ? 1 : 0.5;
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name like 'sheshim%' and random() < $1`,
        [most],
      );
      await client.end();
    },
  };
}

function ofProxy({ proxy, chance }: World): Fault[] {
  if (proxy === null) return [];
  return PROXY_FAULTS.map((fault) => ({
    kind: `proxy-${fault}`,
    target: proxy,
    async inflict() {
      proxy.behave(fault);
      await sleep(chance.between(...AWAY));
      proxy.behave(null);
    },
  }));
}

function away(chance: Chance): number {
  const [least, most] = chance.number() < LONG_SHARE ? LONG_AWAY : AWAY;
  return chance.between(least, most);
}

/** The services that feed a node, as their metrics say. */
async function holdersOf(services: readonly Service[]): Promise<Service[]> {
  const feeding = await Promise.all(
    services.map(async ({ url }) => {
      try {
        const metrics = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(500) });
        return /^search_node_holder\{.*\} 1$/m.test(await metrics.text());
      } catch {
        return false;
      }
    }),
  );
  return services.filter((_, i) => feeding[i]);
}
