import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { ServerConnection } from '../../test/support/connection.ts';
import type { MeilisearchServer } from '../../test/support/meilisearch.ts';
import { type BadProxy, PROXY_FAULTS } from './proxy.ts';
import type { Chance } from './random.ts';
import type { Service } from './service.ts';

export interface World {
  readonly services: readonly Service[];
  readonly nodes: readonly MeilisearchServer[];
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
  for (let done = 0; done < count; ) {
    await sleep(chance.between(...NEXT_AFTER));
    const holders = await holdersOf(world.services);
    const allServe = world.services.every(
      (service) => !under.has(service) && service.servingSince() !== undefined,
    );
    const groups = [
      { weight: 6, faults: allServe ? ofServices('service', world.services, chance) : [] },
      { weight: 6, faults: allServe ? ofServices('holder', holders, chance) : [] },
      { weight: 4, faults: world.nodes.flatMap((node) => ofNode(node, chance)) },
      { weight: 1, faults: [cutConnections(world)] },
      { weight: 3, faults: ofProxy(world) },
    ].flatMap(({ weight, faults }) => {
      const possible = faults.filter(({ target }) => !under.has(target));
      return possible.length > 0 ? new Array<Fault[]>(weight).fill(possible) : [];
    });
    const fault = chance.of(chance.of(groups));
    done += 1;
    kinds[fault.kind] = (kinds[fault.kind] ?? 0) + 1;
    told(`${done}/${count} ${fault.kind}`);
    const over = fault.inflict().finally(() => under.delete(fault.target));
    under.set(fault.target, over);
  }
  await Promise.all(under.values());
  return kinds;
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

function ofNode(target: MeilisearchServer, chance: Chance): Fault[] {
  const wiped = chance.number() < WIPED_SHARE;
  return [
    {
      kind: wiped ? 'node-killed-and-wiped' : 'node-killed',
      target,
      async inflict() {
        await target.kill();
        await sleep(away(chance));
        await target.start({ wiped });
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
