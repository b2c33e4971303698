import type { Season } from '../../../reference/index.ts';
import { layoutAcross } from './layout-across.ts';
import { layoutUpright } from './layout-upright.ts';
import type { Scene } from './scene.ts';
import { type TimelineRecord, timelineModel } from './timeline-model.ts';
import type { TimelineWords } from './timeline-words.ts';

/** How a timeline is to be drawn: from left to right, or downwards for narrow screens; and what it says. */
export interface TimelineOptions {
  readonly direction: Scene['direction'];
  readonly words: TimelineWords;
}

/**
 * A case's timeline to scale as plain shapes: axis, seasons by the region's usual dates, steps planned and actual,
 * contracts, and the days of the season without one. Null when nothing of the case is dated.
 */
export function layoutTimeline(
  record: TimelineRecord,
  seasons: readonly Season[],
  region: string,
  { direction, words }: TimelineOptions,
): Scene | null {
  const model = timelineModel(record, seasons, region);
  if (model === null) return null;
  return direction === 'across' ? layoutAcross(model, words) : layoutUpright(model, words);
}
