import type { Language } from './language.ts';

/** Who acts. Until sign-in exists only the loader, the command line and tests change anything. */
export interface Actor {
  readonly kind: 'anonymous' | 'loader' | 'cli' | 'test';
  readonly id: string;
  readonly institutionId: string | null;
  readonly roles: readonly string[];
}

/** Tells the time; tests bring their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** What every verb is told besides its input. `language` is the language of the answer. */
export interface Context {
  readonly actor: Actor;
  readonly requestId: string;
  readonly clock: Clock;
  readonly language: Language;
}

/** A reader who has not signed in. */
export const anonymous: Actor = { kind: 'anonymous', id: 'anonymous', institutionId: null, roles: [] };
