import type { Assets } from './assets.ts';

/** What every page of this installation needs to know; made once at start. */
export interface Site {
  /** Without a trailing slash; empty while unknown, and addresses are then relative to the host. */
  readonly publicUrl: string;
  /** Where corrections are sent; null hides the prefilled message. */
  readonly contactEmail: string | null;
  readonly assets: Assets;
}
