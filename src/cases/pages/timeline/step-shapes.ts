import type { DayRange } from '../../domain/season-windows.ts';
import type { Shape, TextPart } from './scene.ts';
import type { DateMark, StepMark } from './timeline-model.ts';
import type { TimelineWords } from './timeline-words.ts';

const DOT = 6;
const BAR = 14;

/** What was drawn of a step, and from where to where. `inside` when one bar spans it all and may hold words. */
export interface DrawnStep {
  readonly shapes: Shape[];
  readonly start: number;
  readonly end: number;
  readonly inside: boolean;
}

/**
 * A step on a line across: what happened is solid, what was planned hollow; a day is a dot, a month or a year is
 * as wide as it is long; between plan and fact a line shows the slip.
 */
export function stepMarks(
  { planned, actual }: StepMark,
  stretch: (days: DayRange) => { start: number; end: number },
  middle: number,
): DrawnStep {
  const marks = [
    ...(planned ? [mark(planned, 'planned', stretch, middle)] : []),
    ...(actual ? [mark(actual, 'actual', stretch, middle)] : []),
  ];
  const start = Math.min(...marks.map((one) => one.start));
  const end = Math.max(...marks.map((one) => one.end));
  const [from, to] = marks.toSorted((a, b) => a.start - b.start);
  const slip: Shape[] =
    from && to && to.start > from.end
      ? [{ type: 'line', kind: 'slip', x1: from.end, y1: middle, x2: to.start, y2: middle }]
      : [];
  return {
    shapes: [...slip, ...marks.map((one) => one.shape)],
    start,
    end,
    inside: marks.length === 1 && marks[0]?.shape.type === 'rect',
  };
}

function mark(
  { date, days }: DateMark,
  kind: 'planned' | 'actual',
  stretch: (days: DayRange) => { start: number; end: number },
  middle: number,
): { shape: Shape; start: number; end: number } {
  const { start, end } = stretch(days);
  if (date.length === 10) {
    const x = (start + end) / 2;
    return { shape: { type: 'circle', kind, x, y: middle, r: DOT }, start: x - DOT, end: x + DOT };
  }
  const shape: Shape = {
    type: 'rect',
    kind,
    x: start,
    y: middle - BAR / 2,
    width: end - start,
    height: BAR,
    round: BAR / 2,
  };
  return { shape, start, end };
}

/** What is said beside a step: what, when, and how far from the plan. The most needed comes first. */
export function stepLabel({ step }: StepMark, words: TimelineWords): TextPart[] {
  const slip = words.slip(step);
  return [
    { text: words.step(step.kind), kind: 'step' },
    { text: `  ${when(step, words)}`, kind: 'date' },
    ...(slip === null ? [] : [{ text: `  ${slip}`, kind: 'slip' } as const]),
  ];
}

/** The date of a step as words: the fact, else the plan, said to be one. */
export function when(step: StepMark['step'], words: TimelineWords): string {
  if (step.actual !== null) return words.date(step.actual);
  return step.planned === null ? '' : words.planned(step.planned);
}
