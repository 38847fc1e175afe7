import type { Act } from '../../control/control.ts';
import { sentActAttempt } from '../../control/sent-act.ts';
import type { PatchRecord } from '../../record/record.ts';
import { describeResult } from '../../report/command/result.ts';
import { formatTime } from '../../report/phrases.ts';
import { describeView } from '../../report/sentence.ts';
import type { Answer } from './answer.ts';
import type { ControlContext, Order } from './context.ts';
import { newestStep } from './earlier-step.ts';
import { ANEW, describeDone, findEntered } from './entered-before.ts';
import { type PatchState, readPatchState, whyUnread } from './patch.ts';
import { lookUntil } from './poll.ts';
import { observeKnownPullRequest, observeRecord } from './records.ts';
import { seeEnd } from './see-end.ts';
import { TAKE_UP_SECONDS } from './take-up.ts';

/** Its patch was to be sent before, and no run has taken it up, so that it may never have been sent. */
export type Lost = { readonly kind: 'lost'; readonly id: string };

/**
 * How the patch stands that a command has sent which comes once more: whatever people made of it since, such as a
 * cancellation, stays. It stands in the log before it is sent, so that it may have been lost in between; of what is still
 * on its way the end of that is waited for, as whoever sent it did. null: nothing is known to have been sent by it.
 */
export async function findSentBefore(context: ControlContext, order: Order): Promise<Answer | Lost | null> {
  const entered = await findEntered(context, order);
  if (entered === null) {
    return null;
  }
  const { act } = entered;
  const sent: Sent = { ...act, ...sentActAttempt(act) };
  const now = await seeTaken(context, sent);
  if (now === 'unreadable') {
    return { kind: 'refused', refusal: whyUnread(now, sent.id) };
  }
  if (now !== 'unknown' && isOf(now.record, sent)) {
    const ended = order.command.verb === 'apply' ? await seeEnd(context, now) : now;
    return isOf(ended.record, sent) ? describeTaken(sent, ended) : describeReplaced(sent);
  }
  if ((await newestStep(context, { id: sent.id }, (step) => isOf(step, sent))) !== null) {
    return describeReplaced(sent);
  }
  return ageOf(context, sent) < LONGEST_WAY_MS
    ? { kind: 'lost', id: sent.id }
    : {
        kind: 'seen',
        done: 'refused',
        sentence: `${sent.id} was to be sent at ${formatTime(sent.at)}, and no run has taken it up. That is too long ago to send it by this. ${ANEW}`,
      };
}

/** A patch as it was sent. `digest` is absent where it was the one on record. */
type Sent = {
  readonly id: string;
  readonly attempt: number;
  readonly digest?: string;
  readonly at: string;
};

/** Milliseconds for which GitHub lets a run wait for a machine. */
const LONGEST_WAY_MS = 24 * 3_600_000;

async function seeTaken(
  context: ControlContext,
  sent: Sent,
): Promise<Awaited<ReturnType<typeof readPatchState>>> {
  let now: Awaited<ReturnType<typeof readPatchState>> = 'unknown';
  await lookUntil(context, TAKE_UP_SECONDS - ageOf(context, sent) / 1000, async () => {
    now = await readPatchState(context.repository, sent.id);
    return typeof now !== 'string' && isOf(now.record, sent) ? now : null;
  });
  return now;
}

/** Milliseconds since it was entered. */
function ageOf({ clock }: Pick<ControlContext, 'clock'>, { at }: Sent): number {
  return Math.max(0, clock.now().getTime() - Date.parse(at));
}

/** Of what was held and is to be worked on now, that is the very attempt which has not begun. */
function isOf(record: PatchRecord, { digest, attempt }: Sent): boolean {
  return digest === undefined
    ? record.attempt > attempt || (record.attempt === attempt && record.state !== 'held')
    : record.digest === digest && record.attempt >= attempt;
}

function describeReplaced(sent: Pick<Sent, 'id' | 'at'>): Answer {
  const since = `Something else came as ${sent.id} since; look at it as it is now.`;
  return { kind: 'seen', done: 'unchanged', sentence: `${describeDone(sent)} ${since} ${ANEW}` };
}

function describeTaken(sent: Pick<Act, 'at'>, { record }: PatchState): Answer {
  const { id, outcome, pullRequest } = record;
  const standing = outcome === undefined ? null : describeView({ record });
  const stands = describeResult({ verb: 'apply', done: 'unchanged', id, revises: false, standing });
  return {
    kind: 'seen',
    done: 'unchanged',
    sentence: `${describeDone(sent)} ${stands}`,
    observed: [observeRecord(record), ...observeKnownPullRequest(pullRequest)],
    ...(outcome?.kind === 'refused' ? { refusals: outcome.refusals } : {}),
  };
}
