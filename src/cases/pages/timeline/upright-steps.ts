import type { Shape } from './scene.ts';
import type { TimeScale } from './time-scale.ts';
import type { DateMark, TimelineModel } from './timeline-model.ts';

const DOT = 6;
const BAR = 10;
const COLUMN = 13;
const MOST_COLUMNS = 4;

/** Marks of steps downwards, beside each other where they would cover each other. */
export function uprightSteps(
  model: TimelineModel,
  scale: TimeScale,
  left: number,
): { shapes: Shape[]; right: number; rights: ReadonlyMap<object, number> } {
  const rights = new Map<object, number>();
  const ends: number[] = [];
  const shapes: Shape[] = [];
  for (const step of model.steps) {
    const { planned, actual } = step;
    const marks = [planned && stretch(planned, scale), actual && stretch(actual, scale)].filter(
      (one) => one !== null,
    );
    const start = Math.min(...marks.map((one) => one.start));
    const end = Math.max(...marks.map((one) => one.end));
    const free = ends.findIndex((taken) => taken + 2 <= start);
    const column = Math.min(free === -1 ? ends.length : free, MOST_COLUMNS - 1);
    ends[column] = Math.max(end, ends[column] ?? 0);
    const x = left + column * COLUMN;
    rights.set(step, x + DOT);
    const [from, to] = marks.toSorted((a, b) => a.start - b.start);
    if (from && to && to.start > from.end)
      shapes.push({ type: 'line', kind: 'slip', x1: x, y1: from.end, x2: x, y2: to.start });
    if (planned) shapes.push(mark(planned, 'planned', scale, x));
    if (actual) shapes.push(mark(actual, 'actual', scale, x));
  }
  const columns = Math.max(1, ends.length);
  return { shapes, right: left + (columns - 1) * COLUMN + DOT, rights };
}

function stretch(date: DateMark, scale: TimeScale): { start: number; end: number } {
  return scale.stretch(date.days, 2 * DOT);
}

function mark(date: DateMark, kind: 'planned' | 'actual', scale: TimeScale, x: number): Shape {
  const { start, end } = stretch(date, scale);
  if (date.date.length === 10) return { type: 'circle', kind, x, y: (start + end) / 2, r: DOT };
  return { type: 'rect', kind, x: x - BAR / 2, y: start, width: BAR, height: end - start, round: BAR / 2 };
}
