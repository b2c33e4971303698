export { checkStatistics } from './application/check-statistics.ts';
export type { FigureProblem, StatisticsFolder } from './application/ports.ts';
export { type StatisticsVerbs, statisticsVerbs } from './application/statistics-verbs.ts';
export type { Figure, Theme } from './domain/figure.ts';
export { FiguresOfPlace } from './pages/figures-of-place.tsx';
export { statisticsPages } from './pages/statistics-pages.ts';
