import { type Aggregator, Counter, Gauge, type Registry } from 'prom-client';
import type { EmbeddingHealth } from './start-embedding.ts';

/** Measures the embedding for Prometheus; read when they are asked for. */
export function embeddingMetrics(health: () => EmbeddingHealth): (registry: Registry) => void {
  return (registry) => {
    const registers = [registry];
    new Counter({
      name: 'embedder_failures_total',
      help: 'Requests to the embedder that gave no vectors, for questions and for passages of cases, and comparisons that no search node made',
      labelNames: ['purpose'],
      registers,
      collect() {
        const { failures } = health();
        this.reset();
        this.inc({ purpose: 'query' }, failures.query);
        this.inc({ purpose: 'passage' }, failures.passage);
        this.inc({ purpose: 'comparison' }, failures.comparison);
      },
    });
    const gauge = (
      name: string,
      help: string,
      { read, of: aggregator }: { read: (now: EmbeddingHealth) => number; of: Aggregator },
    ) =>
      new Gauge({
        name,
        help,
        aggregator,
        registers,
        collect() {
          this.set(read(health()));
        },
      });
    gauge('embedder_queue_cases', 'Cases that wait for their vectors', {
      read: ({ waiting }) => waiting,
      of: 'max',
    });
    gauge('embedder_answering', 'Whether searches compare meanings (1) or words alone (0)', {
      read: ({ answering }) => (answering ? 1 : 0),
      of: 'min',
    });
    gauge('embedder_held_bytes', 'Memory that the vectors take', {
      read: ({ numbers }) => numbers * 4,
      of: 'sum',
    });
  };
}
