import { type Act, originOf, parseControl } from '../../control/control.ts';
import { formatTime } from '../../report/phrases.ts';
import type { ControlContext, Order } from './context.ts';
import { readLogSince } from './log-since.ts';

/** What the log says of a command, and GitHub's time of that, ISO 8601. */
export type Entered = { readonly act: Act; readonly committedAt: string };

/**
 * The first entry of the log for a command that comes once more. null: it is new, or nothing is known of it. Rejects where
 * the log can't be asked.
 */
export async function findEntered(
  { ledger }: Pick<ControlContext, 'ledger'>,
  { command, origin, again, askedAt }: Pick<Order, 'command' | 'origin' | 'again' | 'askedAt'>,
): Promise<Entered | null> {
  if (origin === undefined || again !== true) {
    return null;
  }
  const log = (await readLogSince(ledger, askedAt?.getTime() ?? 0)) ?? [];
  const first = log.findLast(({ message }) => originOf(message) === origin);
  const act = parseControl(first?.message ?? '')?.act;
  return first === undefined || act?.verb !== command.verb ? null : { act, committedAt: first.committedAt };
}

export function describeDone({ at }: Pick<Act, 'at'>): string {
  return `This was done at ${formatTime(at)}, and is not done once more.`;
}

/** What to do about that. */
export const ANEW = 'Write it in a new comment, or send the form anew, if you mean it once more.';
