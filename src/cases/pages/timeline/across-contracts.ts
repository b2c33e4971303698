import { ACROSS, label, laneName, type Part } from './across-frame.ts';
import { intoTracks } from './contract-tracks.ts';
import type { Shape } from './scene.ts';
import { fitText, textWidth } from './text-width.ts';
import type { TimeScale } from './time-scale.ts';
import type { ContractMark, GapMark, TimelineModel } from './timeline-model.ts';
import type { TimelineWords } from './timeline-words.ts';

const LANE = 20;
const WORDS = 18;
const BAR = 18;
const TRACK = WORDS + BAR + 8;
const SHORTEST = 6;
/** Words cut to less than this say nothing. */
const LEGIBLE = 90;

/** The lane of contracts: bars on as few tracks as do not overlap, and what is missing between them. */
export function acrossContracts(
  model: TimelineModel,
  words: TimelineWords,
  scale: TimeScale,
  top: number,
): Part {
  if (model.contracts.length === 0) return { shapes: [], bottom: top };
  const tracks = intoTracks(model.contracts);
  const first = top + LANE;
  const shapes: Shape[] = [laneName(words.contracts, top)];
  for (const [row, track] of tracks.entries()) {
    const y = first + row * TRACK;
    for (const mark of track) shapes.push(...bar(mark, scale, y + WORDS));
    shapes.push(...trackLabels(track, words, scale, y));
  }
  const bottom = first + tracks.length * TRACK;
  for (const { days } of model.gaps) {
    const { start, end } = scale.stretch(days, SHORTEST);
    for (const row of tracks.keys()) {
      const y = first + row * TRACK + WORDS - 3;
      shapes.push({ type: 'rect', kind: 'gap', x: start, y, width: end - start, height: BAR + 6 });
    }
  }
  const said = gapWords(model.gaps, words, scale, bottom);
  return { shapes: [...shapes, ...said.shapes], bottom: said.bottom };
}

/** Light where the contract may run, full where it surely does. */
function bar({ possible, sure }: ContractMark, scale: TimeScale, y: number): Shape[] {
  const outer = scale.stretch(possible, SHORTEST);
  const rect = { type: 'rect', y, height: BAR, round: 3 } as const;
  const maybe: Shape = { ...rect, kind: 'contract-maybe', x: outer.start, width: outer.end - outer.start };
  if (sure === null) return [maybe];
  const inner = scale.stretch(sure, Math.min(SHORTEST, outer.end - outer.start));
  const full: Shape = { ...rect, kind: 'contract', x: inner.start, width: inner.end - inner.start };
  return sure.from === possible.from && sure.to === possible.to ? [full] : [maybe, full];
}

/**
 * Words above the bars of a track. Each begins with its bar and ends before the next one's; a bar at the right edge
 * has them as far left as nothing else ran. Where that is too little its number stands, as in the list of contracts.
 */
function trackLabels(
  track: readonly ContractMark[],
  words: TimelineWords,
  scale: TimeScale,
  y: number,
): Shape[] {
  const size = ACROSS.text;
  const labels: Shape[] = [];
  let limit = scale.end;
  for (let place = track.length - 1; place >= 0; place--) {
    const mark = track[place];
    if (mark === undefined) continue;
    const { start } = scale.stretch(mark.possible, SHORTEST);
    const before = track[place - 1];
    const free = before ? scale.stretch(before.possible, SHORTEST).end + 6 : scale.start;
    const whole = words.contract(mark.contract);
    const x =
      limit - start >= LEGIBLE ? start : Math.min(start, Math.max(free, limit - textWidth(whole, size)));
    const room = limit - x;
    const text = room >= LEGIBLE ? fitText(whole, room, size) : `№${mark.number}`;
    const width = textWidth(text, size);
    if (text === '' || width > room) continue;
    labels.push({ ...label('contract', x, y + 13, size, width, 'start'), parts: [{ text }] });
    limit = x - 12;
  }
  return labels;
}

/** What is said of each gap below the bars, on as many lines as it takes for words not to touch. */
function gapWords(gaps: readonly GapMark[], words: TimelineWords, scale: TimeScale, top: number): Part {
  const shapes: Shape[] = [];
  const taken: number[] = [];
  const size = ACROSS.text;
  for (const { gap, days } of gaps) {
    const { start, end } = scale.stretch(days, SHORTEST);
    const text = gaps.length > 2 ? words.gapDays(gap) : words.gap(gap);
    const width = textWidth(text, size, 'bold');
    const middle = (start + end) / 2;
    const x = Math.min(Math.max(middle, scale.start + width / 2), scale.end - width / 2);
    const free = taken.findIndex((right) => right + 12 < x - width / 2);
    const row = free === -1 ? taken.length : free;
    taken[row] = x + width / 2;
    const y = top + row * 22;
    shapes.push(
      { type: 'line', kind: 'leader', x1: middle, y1: top - 5, x2: middle, y2: y + 3 },
      { ...label('gap', x, y + 15, size, width), parts: [{ text }] },
    );
  }
  return { shapes, bottom: top + taken.length * 22 + (taken.length > 0 ? 6 : 0) };
}
