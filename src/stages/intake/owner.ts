import { sameLogin } from '../../control/switches.ts';
import { findFirst } from '../control/earlier-step.ts';
import { findAsker } from '../control/patch-sender.ts';
import type { IntakeContext, Target } from './context.ts';
import type { PatchName, Token } from './store.ts';

/**
 * Who sent this id first: as the store knows, or else as the record says; whoever sent something under it since then does
 * not take it. What we sent for somebody, such as for a token or what a person has written in a comment, is theirs; where
 * that was lost with the store, it is of whoever went on with it first. null: nobody sent it, or nobody knows.
 */
export async function ownerOf(
  { store: { deliveries } }: IntakeContext,
  { login, control }: Pick<Target, 'login' | 'control'>,
  patch: PatchName,
): Promise<string | null> {
  const first = await deliveries.first(patch);
  if (first !== null && first.sender !== login) {
    return first.sender;
  }
  const step = await findFirst(control, patch.id);
  if (step === 'too_long') {
    // Nobody can say whose it is, so that it is none of theirs who ask.
    return login;
  }
  const sender = step?.sender ?? null;
  const known =
    sender === login && step !== null
      ? (step.sentFor?.at(-1) ?? (await findAsker(control.ledger, step)))
      : sender;
  return known ?? (await deliveries.first(patch, { but: login }))?.sender ?? null;
}

export function isOf(owner: string, { sender, login }: Token): boolean {
  return owner === sender || (login !== undefined && sameLogin(owner, login));
}
