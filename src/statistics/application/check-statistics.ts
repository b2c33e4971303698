import { compareDates } from '../../kernel/partial-date.ts';
import type { Reference } from '../../reference/index.ts';
import type { Figure } from '../domain/figure.ts';
import { spanOf } from '../domain/period.ts';
import type { FigureProblem, StatisticsFolder } from './ports.ts';

type Finding = Omit<FigureProblem, 'file' | 'line'>;

/**
 * Checks the figures against each other and the reference data: an id that stands twice, a region, category or
 * channel that is unknown, a conflict with a figure that does not exist, a period that ends before it begins, a
 * publisher that is not the host of the address, a share above 100 %.
 */
export function checkStatistics(
  { found, problems }: StatisticsFolder,
  { reference }: { reference: Reference },
): FigureProblem[] {
  const ids = found.map(({ figure }) => figure.id);
  return [
    ...problems,
    ...found.flatMap(({ figure, locate }, index) =>
      [
        ...(ids.indexOf(figure.id) < index
          ? [{ path: '/id', problem: 'id.twice', params: { value: figure.id } }]
          : []),
        ...unknownReferences(figure, reference),
        ...unknownConflicts(figure, ids),
        ...impossible(figure),
      ].map((finding) => ({ ...finding, ...locate(finding.path) })),
    ),
  ];
}

function unknownReferences({ region, topic, channel }: Figure, reference: Reference): Finding[] {
  const unknown = (path: string, problem: string, value: string) => [{ path, problem, params: { value } }];
  const { category = null } = topic ?? {};
  return [
    ...(reference.region(region) === undefined ? unknown('/region', 'region.unknown', region) : []),
    ...(category !== null && reference.category(category) === undefined
      ? unknown('/topic/category', 'category.unknown', category)
      : []),
    ...(channel.code !== null && reference.channel(channel.code) === undefined
      ? unknown('/channel/code', 'channel.unknown', channel.code)
      : []),
  ];
}

function unknownConflicts({ id, conflicts }: Figure, ids: readonly string[]): Finding[] {
  return conflicts.flatMap((conflict, i) =>
    conflict.with.flatMap((other, j) =>
      other === id || !ids.includes(other)
        ? [{ path: `/conflicts/${i}/with/${j}`, problem: 'link.unknown', params: { value: other } }]
        : [],
    ),
  );
}

function impossible({ period, source, unit, value }: Figure): Finding[] {
  const { from = null, to = null } = spanOf(period) ?? {};
  const host = new URL(source.url).hostname.replace(/^www\./, '');
  return [
    ...(from !== null && to !== null && compareDates(from, to) > 0
      ? [{ path: '/period', problem: 'period.order', params: { from, to } }]
      : []),
    ...(source.publisher === host
      ? []
      : [{ path: '/source/publisher', problem: 'source.publisher', params: { value: host } }]),
    ...(unit === 'percent' && value > 100
      ? [{ path: '/value', problem: 'percent.above-100', params: { value } }]
      : []),
  ];
}
