import type { DayRange } from '../../domain/season-windows.ts';
import type { Line, Text, TextKind } from './scene.ts';
import { when } from './step-shapes.ts';
import { textWidth, wrapText } from './text-width.ts';
import type { TimeScale } from './time-scale.ts';
import type { ContractMark, GapMark, StepMark, TimelineModel } from './timeline-model.ts';
import type { TimelineWords } from './timeline-words.ts';
import { UPRIGHT } from './upright-frame.ts';

/** Something that is said beside the drawing, of the mark and the days to which it belongs. */
export interface Note {
  readonly of: StepMark | ContractMark | GapMark;
  readonly days: DayRange;
  readonly lines: readonly { readonly text: string; readonly kind: TextKind }[];
  readonly height: number;
}

const LINE = 17;
const SPACE = 9;

/** All that is said, in the order of time, in lines no wider than the room. */
export function notesOf(model: TimelineModel, words: TimelineWords, room: number): Note[] {
  const steps = model.steps.map((mark) => {
    const { step, planned, actual } = mark;
    const slip = words.slip(step);
    return note(mark, (actual ?? planned)?.days ?? model.days, room, [
      [words.step(step.kind), 'step', 2],
      [when(step, words), 'date', 2],
      ...(slip === null ? [] : [[slip, 'slip', 2] as const]),
    ]);
  });
  const contracts = model.contracts.map((mark) =>
    note(mark, beginning(mark.possible, model.days), room, [[words.contract(mark.contract), 'contract', 3]]),
  );
  const gaps = model.gaps.map((mark) =>
    note(mark, mark.days, room, [
      [words.noContract, 'gap', 1],
      [`${words.gapSpan(mark.gap)},`, 'gap', 2],
      [words.gapDays(mark.gap), 'gap', 1],
    ]),
  );
  const middle = (one: Note) => one.days.from + one.days.to;
  return [...steps, ...contracts, ...gaps].sort((a, b) => middle(a) - middle(b));
}

/** Where a bar's words stand: by its beginning, not far down its length. */
function beginning({ from, to }: DayRange, shown: DayRange): DayRange {
  return { from, to: Math.min(to, Math.round(from + (shown.to - shown.from) * 0.08)) };
}

function note(
  of: Note['of'],
  days: DayRange,
  room: number,
  texts: readonly (readonly [text: string, kind: TextKind, most: number])[],
): Note {
  const lines = texts.flatMap(([text, textKind, most]) =>
    wrapText(text, room, UPRIGHT.text, weightOf(textKind), most).map((line) => ({
      text: line,
      kind: textKind,
    })),
  );
  return { of, days, lines, height: lines.length * LINE + SPACE };
}

/** Puts every note as near to its days as the others let it, in their order, and draws the lines to the marks. */
export function placeNotes(
  notes: readonly (Note & { at: number; from: number })[],
  scale: TimeScale,
  x: number,
): { texts: Text[]; leaders: Line[] } {
  const tops = spread(
    notes.map((one) => ({ wish: one.at - LINE * 0.65, size: one.height })),
    scale.start - 4,
    scale.end + 8,
  );
  const texts: Text[] = [];
  const leaders: Line[] = [];
  for (const [index, one] of notes.entries()) {
    const top = tops[index] ?? one.at;
    for (const [row, { text, kind }] of one.lines.entries()) {
      const width = textWidth(text, UPRIGHT.text, weightOf(kind));
      texts.push({
        type: 'text',
        kind,
        x,
        y: top + row * LINE + 12,
        size: UPRIGHT.text,
        width,
        anchor: 'start',
        parts: [{ text }],
      });
    }
    leaders.push({
      type: 'line',
      kind: 'leader',
      x1: one.from + 1,
      y1: one.at,
      x2: x - 4,
      y2: top + LINE * 0.45,
    });
  }
  return { texts, leaders };
}

/**
 * Places blocks one below the other between `least` and `most`, in their order, each as near to its wish as all
 * of them together allow: blocks that touch become one, which stands at the mean of their wishes.
 */
export function spread(
  blocks: readonly { readonly wish: number; readonly size: number }[],
  least: number,
  most: number,
): number[] {
  const groups: { top: number; size: number; count: number; wishes: number }[] = [];
  for (const { wish, size } of blocks) {
    let group = { top: wish, size, count: 1, wishes: wish };
    for (
      let last = groups.at(-1);
      last !== undefined && last.top + last.size > group.top;
      last = groups.at(-1)
    ) {
      groups.pop();
      const wishes = last.wishes + group.wishes - group.count * last.size;
      const count = last.count + group.count;
      group = { top: wishes / count, size: last.size + group.size, count, wishes };
    }
    groups.push(group);
    const bounded = Math.max(least, Math.min(group.top, most - group.size));
    if (bounded !== group.top) groups[groups.length - 1] = { ...group, top: bounded };
  }
  return tops(blocks, settle(groups, least, most));
}

/** Keeps groups inside the bounds without letting them meet. */
function settle(
  groups: readonly { top: number; size: number; count: number }[],
  least: number,
  most: number,
) {
  const settled = groups.map((one) => ({ ...one }));
  let floor = most;
  for (const one of settled.toReversed()) {
    one.top = Math.min(one.top, floor - one.size);
    floor = one.top;
  }
  let ceiling = least;
  for (const one of settled) {
    one.top = Math.max(one.top, ceiling);
    ceiling = one.top + one.size;
  }
  return settled;
}

function tops(
  blocks: readonly { readonly size: number }[],
  groups: readonly { top: number; count: number }[],
): number[] {
  const places: number[] = [];
  let next = 0;
  for (const group of groups) {
    let top = group.top;
    for (const block of blocks.slice(next, next + group.count)) {
      places.push(top);
      top += block.size;
    }
    next += group.count;
  }
  return places;
}

function weightOf(kind: TextKind): 'normal' | 'bold' {
  return kind === 'date' || kind === 'contract' ? 'normal' : 'bold';
}
