import type { DayRange } from '../../domain/season-windows.ts';
import { ACROSS, label, laneName, type Part } from './across-frame.ts';
import type { Shape, TextPart } from './scene.ts';
import { type DrawnStep, stepLabel, stepMarks } from './step-shapes.ts';
import { textWidth } from './text-width.ts';
import type { TimeScale } from './time-scale.ts';
import type { TimelineModel } from './timeline-model.ts';
import type { TimelineWords } from './timeline-words.ts';

const LANE = 20;
const ROW = 26;
const SPACE = 8;
/** What a line of words takes that has no room beside its marks. */
const ABOVE = 18;

/** A line for each step, in the order of their dates, so that no two labels can meet. */
export function acrossSteps(model: TimelineModel, words: TimelineWords, scale: TimeScale, top: number): Part {
  if (model.steps.length === 0) return { shapes: [], bottom: top };
  const shapes: Shape[] = [laneName(words.steps, top + 4)];
  let bottom = top + 4 + LANE;
  for (const mark of model.steps) {
    const parts = stepLabel(mark, words);
    const need = widthOf(parts);
    const stretch = (days: DayRange) => scale.stretch(days, 12);
    const place = beside(need, stepMarks(mark, stretch, 0), scale);
    if (place === null) bottom += ABOVE;
    const middle = bottom + ROW / 2;
    const drawn = stepMarks(mark, stretch, middle);
    const { x, anchor, y } = place
      ? { ...place, y: middle + 5 }
      : { x: between(drawn.start, scale.start, scale.end - need), anchor: 'start' as const, y: middle - 13 };
    shapes.push(...drawn.shapes, { ...label('step', x, y, ACROSS.text, need, anchor), parts });
    bottom += ROW;
  }
  return { shapes, bottom };
}

/** Where words have room beside the marks: right of them, inside a long bar, left of them; null for nowhere. */
function beside(
  need: number,
  { start, end, inside }: DrawnStep,
  scale: TimeScale,
): { x: number; anchor: 'start' | 'end' } | null {
  if (end + SPACE + need <= scale.end) return { x: end + SPACE, anchor: 'start' };
  if (inside && end - start >= need + 2 * SPACE) return { x: start + SPACE, anchor: 'start' };
  if (start - SPACE - need >= scale.start) return { x: start - SPACE, anchor: 'end' };
  return null;
}

function widthOf(parts: readonly TextPart[]): number {
  return parts.reduce(
    (sum, part) => sum + textWidth(part.text, ACROSS.text, part.kind === 'date' ? 'normal' : 'bold'),
    0,
  );
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
