import type { Shape } from './scene.ts';
import { textWidth } from './text-width.ts';

/** Sizes of the drawing across, in units of its view box; at full width a unit is a pixel. */
export const ACROSS = { width: 960, edge: 10, text: 14, small: 12 } as const;

/** Where a part of the drawing ends, with its shapes. */
export interface Part {
  readonly shapes: Shape[];
  readonly bottom: number;
}

/** The frame of a text; its parts are added by the caller. */
export function label(
  kind: Extract<Shape, { type: 'text' }>['kind'],
  x: number,
  y: number,
  size: number,
  width: number,
  anchor: 'start' | 'middle' | 'end' = 'middle',
) {
  return { type: 'text', kind, x, y, size, width, anchor } as const;
}

/** The small heading of a lane, at its left. */
export function laneName(text: string, top: number): Shape {
  const size = ACROSS.small;
  const width = textWidth(text, size, 'bold');
  return { ...label('lane', ACROSS.edge, top + 13, size, width, 'start'), parts: [{ text }] };
}
