import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

/** Until sign-in exists, only the loader, the command line and tests change anything. */
export function mayWrite(ctx: Context): void {
  if (ctx.actor.kind === 'anonymous') throw new AppError('forbidden', { reason: 'sign-in-needed' });
}
