import { sameLogin } from '../../control/switches.ts';
import { backoff } from '../backoff.ts';
import type { Kept } from '../control/dispatch.ts';
import { limitedUntil } from '../limited.ts';
import type { Dispatched, IntakeContext } from './context.ts';
import type { Claim } from './store.ts';

/** How an attempt to hand a delivery to GitHub ended; `none`: nothing was due. */
export type HandedOn = 'sent' | 'later' | 'failed' | 'none';

/**
 * Hands one accepted patch to GitHub. A crash in between lets another process try again after the lease, and a
 * dispatch that arrives twice is dropped as a duplicate there. What GitHub refuses for a rate limit waits until that
 * ends, however often, and that time is none of the patch's own.
 */
export async function handOn(context: IntakeContext, delivery?: number): Promise<HandedOn> {
  const begun = context.clock.now();
  const claim = await context.store.outbox.claim({
    now: begun,
    leaseSeconds: LEASE_SECONDS,
    ...(delivery === undefined ? {} : { delivery }),
  });
  if (claim === null) {
    return 'none';
  }
  const answer = await dispatch(context, claim, new Date(begun.getTime() + LATEST_SECONDS * 1000));
  const now = context.clock.now();
  if (answer.ok) {
    await context.store.outbox.done(claim, now);
    return 'sent';
  }
  const { problem, limitedUntil: limit, unclear = false } = answer;
  if (limit !== undefined) {
    const notBefore = new Date(Math.min(limit.getTime(), now.getTime() + LONGEST_LIMIT_MS));
    await context.store.outbox.later(claim, { notBefore, problem, limited: true, unclear });
    return 'later';
  }
  const waited = now.getTime() - new Date(claim.patientSince).getTime();
  if (answer.final || (waited > PATIENCE_MS && claim.attempts >= FEWEST_ATTEMPTS)) {
    await context.store.outbox.fail(claim, { at: now, problem, unclear });
    return 'failed';
  }
  const notBefore = new Date(now.getTime() + backoff(claim.attempts, WAITS_MS));
  await context.store.outbox.later(claim, { notBefore, problem, unclear });
  return 'later';
}

/** Milliseconds; GitHub's limits last an hour at most, so that one which says more is asked again by then. */
const LONGEST_LIMIT_MS = 3_600_000;

/** A lease, and when a dispatch may begin within it at the latest: the rest is longer than one with all its retries takes. */
const LEASE_SECONDS = 300;
const LATEST_SECONDS = 120;

/** Milliseconds for which a patch is kept trying; after that its sender has to decide. */
const PATIENCE_MS = 3_600_000;

/** So that a clock which is put forward, or a server that was down for hours, costs no patch its chance. */
const FEWEST_ATTEMPTS = 5;

/** Milliseconds between two attempts. */
const WAITS_MS = { first: 2_000, longest: 60_000 };

async function dispatch(context: IntakeContext, claim: Claim, until: Date): Promise<Dispatched> {
  try {
    const target = await context.target(claim.delivery.repository);
    return target === null
      ? {
          ok: false,
          final: true,
          problem:
            'The GitHub App is not installed on this repository any more; install it there, then send the patch again.',
        }
      : await target.dispatch({ ...toSend(claim), sentFor: sendersOf(claim) }, until);
  } catch (error) {
    const limit = limitedUntil(error);
    return {
      ok: false,
      final: false,
      problem: error instanceof Error ? error.message : String(error),
      ...(limit === null ? {} : { limitedUntil: limit }),
    };
  }
}

function toSend({ name, text, delivery: { digest } }: Claim): Kept {
  return { id: name, digest, text };
}

/** On GitHub the sender is only us, so that the workflow heeds no stop of theirs but one of whom we name. */
function sendersOf({ delivery: { sender }, login = sender }: Claim): readonly string[] {
  return sameLogin(sender, login) ? [sender] : [sender, login];
}
