import { type Aggregator, Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { SearchVerbs } from './application/verbs.ts';
import type { FeedingHealth } from './indexing/feed-node.ts';
import type { NodeHealth } from './meilisearch/nodes.ts';

/** Seconds. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Counts and times the answers to searches, by the engine that gave them. */
export function measuredSearch(verbs: SearchVerbs): { verbs: SearchVerbs; addTo(registry: Registry): void } {
  const answers = new Counter({
    name: 'search_answers_total',
    help: 'Answers to searches, by engine and whether it answered with less than it is meant to',
    labelNames: ['engine', 'degraded'] as const,
    registers: [],
  });
  const seconds = new Histogram({
    name: 'search_duration_seconds',
    help: 'How long searches took, by engine',
    labelNames: ['engine'] as const,
    buckets: BUCKETS,
    registers: [],
  });
  return {
    verbs: {
      ...verbs,
      async searchCases(call) {
        const begun = performance.now();
        const answer = await verbs.searchCases(call);
        const { engine, degraded } = answer;
        answers.inc({ engine, degraded: String(degraded) });
        seconds.observe({ engine }, (performance.now() - begun) / 1_000);
        return answer;
      },
    },
    addTo(registry) {
      registry.registerMetric(answers);
      registry.registerMetric(seconds);
    },
  };
}

type Read<T> = (of: T) => number | null;

/** What is known of the nodes, read when somebody asks; docs/operations.md says what to do about each. */
export function nodeMetrics(nodes: () => readonly NodeHealth[], feedings: () => readonly FeedingHealth[]) {
  return (registry: Registry): void => {
    const common = (name: string, help: string) => ({
      name,
      help,
      labelNames: ['node'] as const,
      registers: [registry],
    });
    const gauge = <T>(
      name: string,
      help: string,
      rows: () => readonly (readonly [string, T])[],
      { read, of: aggregator }: { read: Read<T>; of: Aggregator },
    ) =>
      new Gauge({
        ...common(name, help),
        aggregator,
        collect() {
          this.reset();
          for (const [node, row] of rows()) {
            const value = read(row);
            if (value !== null) this.set({ node }, value);
          }
        },
      });
    /** What only grows is a counter; it is kept elsewhere and told here. */
    const counter = (name: string, help: string, read: (of: FeedingHealth) => number) =>
      new Counter({
        ...common(name, help),
        collect() {
          this.reset();
          for (const feeding of feedings()) this.inc({ node: feeding.node }, read(feeding));
        },
      });
    // Of several processes the one that sees the least good is told; what the one that feeds knows, by that one.
    const ofNode = (name: string, help: string, told: { read: Read<NodeHealth>; of: Aggregator }) =>
      gauge(name, help, () => nodes().map((one) => [one.name, one] as const), told);
    const ofFeeding = (name: string, help: string, told: { read: Read<FeedingHealth>; of: Aggregator }) =>
      gauge(name, help, () => feedings().map((one) => [one.node, one] as const), told);

    ofNode('search_node_healthy', 'Whether the node answers searches: 1 or 0', {
      read: ({ healthy }) => (healthy ? 1 : 0),
      of: 'min',
    });
    ofNode('search_outbox_age_seconds', 'Age of the oldest change that the node has not got', {
      read: ({ behindMs }) => (behindMs === null ? null : behindMs / 1_000),
      of: 'max',
    });
    ofNode('search_outbox_rows', 'Changes that the node has not got, counted to 10,000', {
      read: ({ behindRows }) => behindRows,
      of: 'max',
    });
    ofFeeding('search_node_holder', 'How many processes feed the node: 1, or 0', {
      read: ({ holder }) => (holder ? 1 : 0),
      of: 'sum',
    });
    counter(
      'search_node_failures_total',
      'Feedings of the node that failed, since the start',
      ({ failures }) => failures,
    );
    ofFeeding('search_node_set_aside', 'Cases that the node does not take', {
      read: ({ holder, setAside }) => (holder ? setAside : null),
      of: 'max',
    });
    counter('search_node_batches_total', 'Batches fed, since the start', ({ fed }) => fed.batches);
    counter('search_node_cases_total', 'Cases fed, since the start', ({ fed }) => fed.cases);
    counter(
      'search_node_seconds_total',
      'Seconds until fed batches were findable, summed up; those of a load lie beside each other',
      ({ fed }) => fed.seconds,
    );
    ofFeeding('search_node_differences', 'Cases that differed at the last comparison', {
      read: ({ holder, differences }) =>
        !holder || differences === null
          ? null
          : differences.missing.length + differences.stale.length + differences.surplus.length,
      of: 'max',
    });
  };
}
