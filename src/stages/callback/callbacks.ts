import type { OutcomeKind } from '../../record/outcome.ts';
import type { RecordState } from '../../record/record.ts';
import type { PatchName } from '../intake/delivery.ts';

/** Whom a token's sender wants to be told what became of its patches. */
export type CallbackAddress = {
  readonly url: string;
  /** `whsec_` and base64, as Standard Webhooks have it. Kept as it is, because a hash can't sign. */
  readonly secret: string;
};

/**
 * What was not told yet. It is written in the same step as what it tells of, so that nothing is missed; whoever
 * claims an address has it alone until the lease ends, and a late word of an older claim does not count.
 */
export type Callbacks = {
  /** The news that is due for the address that was claimed longest ago; null: there is none. */
  claim(request: { readonly now: Date; readonly leaseSeconds: number }): Promise<CallbackClaim | null>;
  /** Each of these is false where the claim is no longer the newest one, and then changes nothing. */
  told(claim: CallbackClaim): Promise<boolean>;
  later(claim: CallbackClaim, why: Setback & { readonly notBefore: Date }): Promise<boolean>;
  /** Nothing of what happened before `before` is tried again, this news included. */
  giveUp(claim: CallbackClaim, why: Setback & { readonly before: Date }): Promise<boolean>;
  /** Nothing is sent to this address any more. */
  disable(claim: CallbackClaim, why: { readonly at: Date; readonly problem: string }): Promise<boolean>;
  /**
   * Gives a token an address, or another one; what it has and the wish does not name stays. From now on it is told
   * again, whatever its receiver said before. Gives what holds then; null: no such token is in use, or it has no address
   * and the wish names none.
   */
  readdress(token: string, wish: AddressWish): Promise<CallbackAddress | null>;
  /** All addresses, in order of their tokens. */
  list(): Promise<readonly CallbackState[]>;
};

export type AddressWish = {
  readonly url?: string;
  /** Is taken where there is none, or where it is to be another one. */
  readonly secret: string;
  readonly newSecret: boolean;
};

/** Why the address rests, and until when. */
export type Setback = { readonly problem: string; readonly restUntil: Date };

export type CallbackClaim = {
  readonly entry: number;
  /** Grows with every claim of the same address. */
  readonly fence: number;
  /** Public id of the token that the patch came through. */
  readonly token: string;
  readonly address: CallbackAddress;
  /** The same at every attempt, so that the receiver knows what it has heard. */
  readonly messageId: string;
  /** When it happened, ISO 8601. */
  readonly at: string;
  readonly news: PatchNews;
  /** Claims of this news, this one included. */
  readonly attempts: number;
  /** How often the address failed since it last took something. */
  readonly failures: number;
};

/** What became of a patch. */
export type PatchNews = PatchName & {
  readonly digest: string;
  readonly title: string;
  /** `failed`: GitHub did not take it, or gave no clear answer; else as in the record. */
  readonly stage: 'failed' | RecordState;
  readonly outcome?: OutcomeKind;
  /** Why, in one word. */
  readonly reason?: string;
  /** Why GitHub did not take it, in words. */
  readonly problem?: string;
  /** It may have taken it all the same, because an attempt had no clear end. */
  readonly mayHaveArrived?: true;
  /** Number of the pull request. */
  readonly pullRequest?: number;
};

/** How an address stands, without its secret. */
export type CallbackState = {
  readonly token: string;
  readonly url: string;
  /** News that is still to be told, and that was given up. */
  readonly waiting: number;
  readonly givenUp: number;
  /** What the last attempt failed at; absent where it did not. */
  readonly problem?: string;
  /** Since when the receiver wants nothing any more. */
  readonly disabledAt?: string;
};
