import { type ApplyReport, apply, type Delivery } from './apply.ts';
import type { ApplyContext } from './context.ts';
import { lookUntil } from './control/poll.ts';

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
  let report = await apply(context, delivery);
  if (isBehindAnother(report)) {
    await lookUntil(context, PUBLISHING_SECONDS, async () => {
      report = await apply(context, delivery);
      return isBehindAnother(report) ? null : report;
    });
  }
  return report;
}

/** A pull request is made within seconds. The job that applies may take ten minutes in all. */
const PUBLISHING_SECONDS = 240;

function isBehindAnother(report: ApplyReport): boolean {
  return (
    report.kind === 'ended' && report.outcome.kind === 'conflict' && report.outcome.reason === 'publishing'
  );
}
