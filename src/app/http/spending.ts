import type { Token } from '../../stages/intake/store.ts';
import type { ApiParts } from './parts.ts';
import { RequestProblem } from './problem.ts';

/** Counts one patch, or one command that stops nothing, against the token's limits; throws a problem where it has reached one of them. */
export async function spendOne({ context }: ApiParts, token: Token): Promise<void> {
  const spent = await context.store.tokens.spend(token, context.clock.now());
  if (!spent.ok) {
    const { window, retryAfterSeconds } = spent;
    throw new RequestProblem({
      status: 429,
      code: 'too_many',
      detail: `This token has sent as much as it may in one ${window}; send it again after ${retryAfterSeconds} seconds.`,
      retryAfterSeconds,
    });
  }
}
