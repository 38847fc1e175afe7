import type { IntakeContext } from './context.ts';
import type { Claim } from './store.ts';

/** How an attempt to hand a delivery to GitHub ended; `none`: nothing was due. */
export type HandedOn = 'sent' | 'later' | 'failed' | 'none';

/**
 * Hands one accepted patch to GitHub. A crash in between lets another process try again after the lease, and a
 * dispatch that arrives twice is dropped as a duplicate there.
 */
export async function handOn(context: IntakeContext, delivery?: number): Promise<HandedOn> {
  const claim = await context.store.outbox.claim({
    now: context.clock.now(),
    leaseSeconds: LEASE_SECONDS,
    ...(delivery === undefined ? {} : { delivery }),
  });
  if (claim === null) {
    return 'none';
  }
  const answer = await dispatch(context, claim);
  const now = context.clock.now();
  if (answer.ok) {
    await context.store.outbox.done(claim, now);
    return 'sent';
  }
  const { problem } = answer;
  if (answer.final || now.getTime() - new Date(claim.delivery.receivedAt).getTime() > PATIENCE_MS) {
    await context.store.outbox.fail(claim, { at: now, problem });
    return 'failed';
  }
  const notBefore = new Date(now.getTime() + waitAfter(claim.attempts));
  await context.store.outbox.later(claim, { notBefore, problem });
  return 'later';
}

/** Longer than a dispatch with all its retries takes. */
const LEASE_SECONDS = 300;

/** Milliseconds for which a patch is kept trying; after that its sender has to decide. */
const PATIENCE_MS = 3_600_000;

async function dispatch(context: IntakeContext, claim: Claim) {
  try {
    const target = await context.target(claim.delivery.repository);
    return target === null
      ? { ok: false, final: true, problem: 'The GitHub App is not installed on this repository any more.' }
      : await target.dispatch({ id: claim.name, text: claim.text });
  } catch (error) {
    return { ok: false, final: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Milliseconds until the next attempt. */
function waitAfter(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts, MAX_DOUBLINGS), LONGEST_WAIT_MS);
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const MAX_DOUBLINGS = 10;
