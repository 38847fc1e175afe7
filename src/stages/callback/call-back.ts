import { backoff } from '../backoff.ts';
import type { Clock } from '../ports.ts';
import type { CallbackAddress, CallbackClaim, Callbacks, Setback } from './callbacks.ts';
import { type CallbackLinks, callbackMessage } from './message.ts';

/** What telling senders needs of the world. */
export type CallbackContext = {
  readonly callbacks: Callbacks;
  readonly clock: Clock;
  readonly links: CallbackLinks;
  /** Signs and sends. Never rejects for what the receiver does. */
  send(call: Call): Promise<CallAnswer>;
  /** From 0 up to 1: waits differ, so that a receiver that comes back is not asked by everybody at once. */
  readonly chance: () => number;
};

export type Call = {
  readonly address: CallbackAddress;
  readonly messageId: string;
  /** Now, which is signed too. */
  readonly at: Date;
  readonly body: string;
};

export type CallAnswer =
  | { readonly ok: true }
  /** `gone`: it wants nothing any more. `problem` is a sentence and holds nothing that the receiver chose. */
  | { readonly ok: false; readonly gone: boolean; readonly problem: string };

/** How an attempt ended; `none`: nothing was due. */
export type CalledBack =
  | { readonly kind: 'none' }
  | { readonly kind: 'told' }
  | {
      readonly kind: 'later' | 'given_up' | 'disabled';
      readonly token: string;
      readonly messageId: string;
      readonly problem: string;
    };

/**
 * Tells one sender one thing. A crash between sending and noting it lets another process send the same message again
 * after the lease, under the same id.
 */
export async function callBack(context: CallbackContext): Promise<CalledBack> {
  const { callbacks, clock } = context;
  const claim = await callbacks.claim({ now: clock.now(), leaseSeconds: LEASE_SECONDS });
  if (claim === null) {
    return { kind: 'none' };
  }
  const answer = await context.send({
    address: claim.address,
    messageId: claim.messageId,
    at: clock.now(),
    body: JSON.stringify(callbackMessage(claim, context.links)),
  });
  if (answer.ok) {
    await callbacks.told(claim);
    return { kind: 'told' };
  }
  const kind = await settle(context, claim, answer);
  return { kind, token: claim.token, messageId: claim.messageId, problem: answer.problem };
}

/** Longer than one call takes, which has a deadline of its own. */
export const LEASE_SECONDS = 60;

async function settle(
  { callbacks, clock, chance }: CallbackContext,
  claim: CallbackClaim,
  { gone, problem }: Extract<CallAnswer, { readonly ok: false }>,
): Promise<'later' | 'given_up' | 'disabled'> {
  const now = clock.now();
  if (gone) {
    await callbacks.disable(claim, { at: now, problem });
    return 'disabled';
  }
  const rest = backoff(claim.failures + 1, RESTS_MS);
  const setback: Setback = { problem, restUntil: new Date(now.getTime() + rest * jitter(chance)) };
  const before = new Date(now.getTime() - PATIENCE_MS);
  if (new Date(claim.at) < before) {
    await callbacks.giveUp(claim, { ...setback, before });
    return 'given_up';
  }
  const wait = backoff(claim.attempts, WAITS_MS);
  await callbacks.later(claim, {
    ...setback,
    notBefore: new Date(now.getTime() + wait * jitter(chance)),
  });
  return 'later';
}

/** Milliseconds for which one thing is told again and again; a night is not too long for people to mend a receiver. */
const PATIENCE_MS = 12 * 3_600_000;

/** Milliseconds until the same news is tried again. */
const WAITS_MS = { first: 2_000, longest: 3_600_000 };

/** Milliseconds for which an address that fails is left alone with other news. */
const RESTS_MS = { first: 2_000, longest: 60_000 };

/** From a half to the whole of a wait. */
function jitter(chance: () => number): number {
  return (1 + chance()) / 2;
}
