/** A drawing as plain data: shapes in their order from back to front, in units of the view box. */
export interface Scene {
  readonly direction: 'across' | 'upright';
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** What a shape means; the style sheet gives it its looks (`tl-<kind>`). */
export type ShapeKind =
  | 'season'
  | 'season-strip'
  | 'other-season'
  | 'grid'
  | 'grid-year'
  | 'new-year'
  | 'gap-column'
  | 'gap'
  | 'contract'
  | 'contract-maybe'
  | 'actual'
  | 'planned'
  | 'slip'
  | 'leader';

/** Of a text, or of a part of it. */
export type TextKind =
  | 'axis'
  | 'axis-year'
  | 'lane'
  | 'new-year'
  | 'season'
  | 'contract'
  | 'gap'
  | 'step'
  | 'date'
  | 'slip';

export interface Rect {
  readonly type: 'rect';
  readonly kind: ShapeKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly round?: number;
}

export interface Line {
  readonly type: 'line';
  readonly kind: ShapeKind;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Circle {
  readonly type: 'circle';
  readonly kind: ShapeKind;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** One line of text; `x` is where it is anchored, `y` its baseline, `width` what it takes at most. */
export interface Text {
  readonly type: 'text';
  readonly kind: TextKind;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly parts: readonly TextPart[];
}

export interface TextPart {
  readonly text: string;
  readonly kind?: TextKind;
}

export type Shape = Rect | Line | Circle | Text;

/** The box around a shape. */
export function boxOf(shape: Shape): { x1: number; y1: number; x2: number; y2: number } {
  switch (shape.type) {
    case 'rect':
      return { x1: shape.x, y1: shape.y, x2: shape.x + shape.width, y2: shape.y + shape.height };
    case 'line':
      return {
        x1: Math.min(shape.x1, shape.x2),
        y1: Math.min(shape.y1, shape.y2),
        x2: Math.max(shape.x1, shape.x2),
        y2: Math.max(shape.y1, shape.y2),
      };
    case 'circle':
      return { x1: shape.x - shape.r, y1: shape.y - shape.r, x2: shape.x + shape.r, y2: shape.y + shape.r };
    case 'text': {
      const share = { start: 0, middle: 0.5, end: 1 }[shape.anchor];
      const x1 = shape.x - shape.width * share;
      return { x1, y1: shape.y - shape.size * 0.8, x2: x1 + shape.width, y2: shape.y + shape.size * 0.25 };
    }
  }
}
