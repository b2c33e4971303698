import { parseFigures } from '../../../src/statistics/adapters/parse-figures.ts';
import type { StatisticsFolder } from '../../../src/statistics/application/ports.ts';
import type { Figure } from '../../../src/statistics/domain/figure.ts';

/** One figure as a file has it; fields can be replaced, `null` leaves one out. */
export function figureYaml(changes: Readonly<Record<string, string | null>> = {}): string {
  const fields: Record<string, string | null> = {
    id: 'almaty-requests',
    metric: "{ kk: 'Келіп түскен өтініштер', ru: 'Поступило обращений', en: 'Requests received' }",
    value: '49981',
    unit: 'requests',
    period: "{ from: '2025-01', to: '2025-03' }",
    region: 'KZ-75',
    channel: '{ code: ikomek-109 }',
    source: "{ url: 'https://www.inform.kz/a', publisher: inform.kz, published: '2025-11-03' }",
    ...changes,
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([name, value], i) => `${i === 0 ? '- ' : '  '}${name}: ${value}\n`)
    .join('');
}

export function readFigures(...figures: readonly string[]): StatisticsFolder {
  return parseFigures({ file: 'received.yaml', theme: 'received', text: figures.join('') });
}

/** The figures of a text that keeps the format. */
export function figuresOf(...figures: readonly string[]): Figure[] {
  return readFigures(...figures).found.map(({ figure }) => figure);
}
