import { parseControl } from '../../control/control.ts';
import { type Switch, sameScope } from '../../control/switches.ts';
import type { ControlContext, Order } from './context.ts';
import { readLogSince, wholeSecond } from './log-since.ts';

/**
 * Those of the switches that stood there when a command was asked for: who asked can't have meant what others stopped
 * since, however late it is done. Who commands now means all that stands there. Of what was set about then, or later, the
 * clock of who set it says too little, so that the log is asked, whose times are GitHub's as that of a comment is; what
 * that does not say has not stood there.
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
  const isOlder = ({ at }: Switch) => Date.parse(at) < asked - CLOCKS_DIFFER_MS;
  if (switches.every(isOlder)) {
    return switches;
  }
  const log = await readLogSince(ledger, wholeSecond(asked));
  // What is of the same second was done at the same time.
  const last = log?.find(({ committedAt }) => Date.parse(committedAt) <= wholeSecond(asked));
  const entered = parseControl(last?.message ?? '')?.switches ?? [];
  return switches.filter((one) => isOlder(one) || entered.some((other) => isSame(one, other)));
}

/** Milliseconds by which clocks may differ. */
const CLOCKS_DIFFER_MS = 60_000;

function isSame(one: Switch, other: Switch): boolean {
  return one.state === other.state && one.at === other.at && sameScope(one.scope, other.scope);
}
