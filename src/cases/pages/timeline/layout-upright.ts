import type { Scene, Shape } from './scene.ts';
import { fitText, textWidth } from './text-width.ts';
import { type TimeScale, ticksOf, timeScale } from './time-scale.ts';
import type { TimelineModel } from './timeline-model.ts';
import type { TimelineWords } from './timeline-words.ts';
import { uprightContracts } from './upright-contracts.ts';
import { UPRIGHT } from './upright-frame.ts';
import { type Note, notesOf, placeNotes } from './upright-notes.ts';
import { uprightSteps } from './upright-steps.ts';

const HEAD = 24;
const FOOT = 10;
const SHORTEST = 340;
const STRIP = 9;
/** What words have at least: seasons, contracts and steps at their left never take more than the rest. */
const NARROWEST = 150;

/**
 * Time runs downwards: the axis at the left, then strips of seasons, bars of contracts, marks of steps, and beside
 * them what each of these says, moved apart where dates stand close, with a line to its mark.
 */
export function layoutUpright(model: TimelineModel, words: TimelineWords): Scene {
  const narrow = notesOf(model, words, NARROWEST);
  const needed = narrow.reduce((sum, note) => sum + note.height, 0);
  const length = Math.max(SHORTEST, needed * 1.12, monthsOf(model) <= 16 ? monthsOf(model) * 22 : 0);
  const scale = timeScale(model.days, HEAD, Math.round(HEAD + length));
  const height = scale.end + FOOT;

  const strips = model.seasons.flatMap(({ windows }, column) => seasonStrip(windows, scale, column));
  const bars = uprightContracts(model, scale, UPRIGHT.axis + model.seasons.length * (STRIP + 2) + 4);
  const steps = uprightSteps(model, scale, bars.right + 12);
  const x = steps.right + 18;
  const notes = notesOf(model, words, Math.max(NARROWEST, right() - x));
  const fromOf = (note: Note) => {
    const step = steps.rights.get(note.of);
    return step ?? bars.rights.get(note.of) ?? bars.right;
  };
  const placed = placeNotes(anchored(notes, scale, fromOf), scale, x);
  return {
    direction: 'upright',
    width: UPRIGHT.width,
    height,
    shapes: [
      ...(model.seasons[0]?.windows ?? []).map((window) => across('season', window, scale)),
      ...grid(scale, words),
      ...model.gaps.map(({ days }) => across('gap-column', days, scale)),
      ...newYears(scale),
      ...strips,
      ...bars.shapes,
      ...placed.leaders,
      ...steps.shapes,
      ...placed.texts,
    ],
  };
}

function monthsOf(model: TimelineModel): number {
  return (model.days.to - model.days.from + 1) / 30.4;
}

function anchored(
  notes: readonly Note[],
  scale: TimeScale,
  fromOf: (note: Note) => number,
): (Note & { at: number; from: number })[] {
  return notes.map((note) => {
    const { start, end } = scale.stretch(note.days, 2);
    return { ...note, at: (start + end) / 2, from: fromOf(note) };
  });
}

function across(kind: 'season' | 'gap-column', days: { from: number; to: number }, scale: TimeScale): Shape {
  const { start, end } = scale.stretch(days, 4);
  const x = UPRIGHT.axis;
  return { type: 'rect', kind, x, y: start, width: UPRIGHT.width - x - UPRIGHT.edge, height: end - start };
}

function seasonStrip(
  windows: readonly { from: number; to: number }[],
  scale: TimeScale,
  column: number,
): Shape[] {
  return windows.map((window) => {
    const { start, end } = scale.stretch(window, 4);
    const x = UPRIGHT.axis + column * (STRIP + 2);
    const kind = column === 0 ? 'season-strip' : 'other-season';
    return { type: 'rect', kind, x, y: start, width: STRIP, height: end - start };
  });
}

/** Years and months at the left: a year stands at its January, and above where the drawing begins. */
function grid(scale: TimeScale, words: TimelineWords): Shape[] {
  const { months, years } = ticksOf(scale, { month: 17, year: 20 });
  const shapes: Shape[] = months
    .filter((tick) => tick.month !== 1)
    .map((tick) => ({ type: 'line', kind: 'grid', x1: UPRIGHT.axis, y1: tick.at, x2: right(), y2: tick.at }));
  for (const tick of months) {
    const overYear = tick.month === 1 && tick.at > scale.start + 1;
    if (tick.labelled && !overYear)
      shapes.push(axisText('axis', words.month(tick.month), tick.at + 13, UPRIGHT.small));
  }
  for (const tick of years) {
    if (tick.labelled && tick.at > scale.start + 1 && scale.end - tick.at > 14)
      shapes.push(axisText('axis-year', String(tick.year), tick.at + 13, UPRIGHT.text));
  }
  const begun = new Date(scale.days.from * 86_400_000).getUTCFullYear();
  return [...shapes, axisText('axis-year', String(begun), HEAD - 8, UPRIGHT.text)];
}

function axisText(kind: 'axis' | 'axis-year', text: string, y: number, size: number): Shape {
  const room = UPRIGHT.axis - 8 - UPRIGHT.edge / 2;
  const shown = fitText(text, room, size, kind === 'axis' ? 'normal' : 'bold');
  const width = textWidth(shown, size, kind === 'axis' ? 'normal' : 'bold');
  return { type: 'text', kind, x: UPRIGHT.axis - 8, y, size, width, anchor: 'end', parts: [{ text: shown }] };
}

function newYears(scale: TimeScale): Shape[] {
  const { years } = ticksOf(scale, { month: 17, year: 20 });
  const inside = years.filter((tick) => tick.at > scale.start + 1);
  const kind = inside.length > 6 ? 'grid-year' : 'new-year';
  return inside.map(({ at }) => ({ type: 'line', kind, x1: UPRIGHT.edge, y1: at, x2: right(), y2: at }));
}

function right(): number {
  return UPRIGHT.width - UPRIGHT.edge;
}
