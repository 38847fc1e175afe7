import { type ApplyReport, apply, type Delivery } from './apply.ts';
import type { ApplyContext } from './context.ts';
import { lookUntil } from './control/poll.ts';
import { isBehindAnother } from './turn-away.ts';

/**
 * Applies a delivered patch as soon as no other revision of it has its pull request made: that must not change under it,
 * and nobody would send this one again.
 *
 * @param context - `wait` resolves after so many seconds.
 * @returns What applying came to; a conflict with `publishing` where that took longer than a job has.
 */
export async function applyInTurn(
  context: ApplyContext & { readonly wait: (seconds: number) => Promise<void> },
  delivery: Delivery,
): Promise<ApplyReport> {
  const inTurn = async () => {
    const report = await apply(context, { ...delivery, waits: true });
    return isWaiting(report) ? null : report;
  };
  const report = (await inTurn()) ?? (await lookUntil(context, PUBLISHING_SECONDS, inTurn));
  return report ?? (await apply(context, delivery));
}

/** A pull request is made within seconds. The job that applies may take ten minutes in all. */
const PUBLISHING_SECONDS = 240;

function isWaiting(report: ApplyReport): boolean {
  return report.kind === 'ended' && isBehindAnother(report.outcome);
}
