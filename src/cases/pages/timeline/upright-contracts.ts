import { intoTracks } from './contract-tracks.ts';
import type { Shape } from './scene.ts';
import type { TimeScale } from './time-scale.ts';
import type { TimelineModel } from './timeline-model.ts';

const LEAST = 6;
const MOST_WIDE = 40;

/** Bars of contracts downwards, side by side where they overlap, with hatched blocks between them. */
export function uprightContracts(
  model: TimelineModel,
  scale: TimeScale,
  left: number,
): { shapes: Shape[]; right: number; rights: ReadonlyMap<object, number> } {
  const rights = new Map<object, number>();
  const tracks = intoTracks(model.contracts);
  if (tracks.length === 0) return { shapes: [], right: left, rights };
  const step = Math.min(18, MOST_WIDE / tracks.length);
  const width = step * 0.8;
  const shapes: Shape[] = [];
  for (const [column, track] of tracks.entries()) {
    const place = { type: 'rect', x: left + column * step, width, round: Math.min(3, width / 2) } as const;
    for (const mark of track) {
      const { possible, sure } = mark;
      rights.set(mark, place.x + width);
      const outer = scale.stretch(possible, LEAST);
      const inner = sure && scale.stretch(sure, LEAST);
      const isSure = sure !== null && sure.from === possible.from && sure.to === possible.to;
      if (!isSure)
        shapes.push({ ...place, kind: 'contract-maybe', y: outer.start, height: outer.end - outer.start });
      if (inner) shapes.push({ ...place, kind: 'contract', y: inner.start, height: inner.end - inner.start });
    }
  }
  const right = left + (tracks.length - 1) * step + width;
  for (const { days } of model.gaps) {
    const { start, end } = scale.stretch(days, LEAST);
    shapes.push({
      type: 'rect',
      kind: 'gap',
      x: left - 3,
      y: start,
      width: right - left + 6,
      height: end - start,
    });
  }
  return { shapes, right: right + 3, rights };
}
