import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Storage } from '../storage.ts';

/** What an installation is made of. */
export interface Parts {
  readonly config: Config;
  readonly logger: Logger;
  readonly storage: Storage;
  /** The folder with taxonomy, cases and pages; the shipped one when left out. */
  readonly content?: string;
}
