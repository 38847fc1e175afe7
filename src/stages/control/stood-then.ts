import { parseControl } from '../../control/control.ts';
import { type Switch, sameScope } from '../../control/switches.ts';
import type { ControlContext, Order } from './context.ts';
import { readLogSince, wholeSecond } from './log-since.ts';

/**
 * Those of the switches that stood there when a command was asked for: who asked can't have meant what others stopped
 * since, however late it is done. Who commands now means all that stands there. The clock of who set one says too little,
 * so that the log is asked, whose times are GitHub's as that of a comment is; what that does not say has not stood there.
 * Where it is too much to be read, those stood there that are older by any clock.
 */
export async function stoodThen(
  { ledger }: Pick<ControlContext, 'ledger'>,
  { askedAt }: Pick<Order, 'askedAt'>,
  switches: readonly Switch[],
): Promise<readonly Switch[]> {
  if (askedAt === undefined) {
    return switches;
  }
  const asked = askedAt.getTime();
  const log = await readLogSince(ledger, wholeSecond(asked));
  if (log === null) {
    return switches.filter(({ at }) => Date.parse(at) < asked - CLOCKS_DIFFER_MS);
  }
  // What is of the same second was done at the same time.
  const last = log.find(({ committedAt }) => Date.parse(committedAt) <= wholeSecond(asked));
  const entered = parseControl(last?.message ?? '')?.switches ?? [];
  return switches.filter((one) => entered.some((other) => isSame(one, other)));
}

/** Milliseconds; a clock that is further off is noticed, for no login is valid then. */
const CLOCKS_DIFFER_MS = 86_400_000;

function isSame(one: Switch, other: Switch): boolean {
  return one.state === other.state && one.at === other.at && sameScope(one.scope, other.scope);
}
