import type { Reference } from '../../reference/index.ts';
import { type Figure, THEMES, type Theme } from '../domain/figure.ts';

/** What the verbs are given: the figures as they were read at start, in the order of their files. */
export interface StatisticsPorts {
  readonly figures: readonly Figure[];
  readonly reference: Pick<Reference, 'descendants'>;
}

/** The figures of one theme. */
export interface ThemeFigures {
  readonly theme: Theme;
  readonly figures: readonly Figure[];
}

/** All verbs of the feature over one set of ports. */
export function statisticsVerbs({ figures, reference }: StatisticsPorts) {
  return {
    /** All figures by theme, in the order of the themes; themes without any are left out. */
    listThemes: (): ThemeFigures[] =>
      THEMES.map((theme) => ({ theme, figures: figures.filter((one) => one.theme === theme) })).filter(
        (one) => one.figures.length > 0,
      ),
    /** The figures of a region; those of the whole country are of `KZ` alone. */
    ofRegion: (region: string): Figure[] => figures.filter((one) => one.region === region),
    /** The figures of a category and of what is below it. */
    ofTopic: (category: string): Figure[] => {
      const codes = reference.descendants(category);
      return figures.filter(({ topic }) => codes.includes(topic?.category ?? ''));
    },
  };
}
export type StatisticsVerbs = ReturnType<typeof statisticsVerbs>;
