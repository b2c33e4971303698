/** Sizes of the upright drawing, in units of its view box. */
export const UPRIGHT = { width: 360, edge: 6, axis: 58, text: 14, small: 12.5 } as const;
