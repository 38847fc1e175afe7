/**
 * What the front door keeps for itself: who may send, what was taken and not yet handed on, and what to tell
 * listeners. It is an index and an outbox, never the truth: that is in the target repository, so that a lost store
 * costs the tokens and nothing else. Drivers live in io/store; one conformance suite runs on each.
 */

import type { OutcomeKind } from '../../record/outcome.ts';
import type { RecordState } from '../../record/record.ts';
import type { CallbackAddress, Callbacks } from '../callback/callbacks.ts';
import type { Board } from './board.ts';
import type { Delivery, NewDelivery, PatchName, SeenRecord } from './delivery.ts';
import type { Inbox } from './inbox.ts';
import type { KeptComments } from './kept-comments.ts';

export type { Delivery, NewDelivery, PatchName, SeenRecord };

export type Store = {
  readonly tokens: Tokens;
  readonly deliveries: Deliveries;
  readonly outbox: Outbox;
  readonly events: Events;
  readonly board: Board;
  readonly callbacks: Callbacks;
  readonly heard: Heard;
  readonly inbox: Inbox;
  readonly comments: KeptComments;
  readonly chores: Chores;
  /** Rejects where nothing can be written. */
  check(): Promise<void>;
  close(): Promise<void>;
};

export type Tokens = {
  /** Rejects where the id is taken. With an address its sender is told what becomes of its patches. */
  add(token: Token, callback?: CallbackAddress): Promise<void>;
  find(hash: string): Promise<Token | null>;
  /** Oldest first. */
  list(): Promise<readonly Token[]>;
  /** Ends it with its address, and all that was not told yet. False: there is no such token, or it was revoked before. */
  revoke(id: string, at: Date): Promise<boolean>;
  /** Counts one patch against both limits, or neither where one of them is reached. */
  spend(token: Token, now: Date): Promise<Spent>;
};

/** A sender's right to send, without its secret. */
export type Token = {
  /** Public; names it to whoever revokes it. */
  readonly id: string;
  /** Who sends with it. Patches belong to this name, so that they outlive a change of tokens. */
  readonly sender: string;
  /** GitHub login of the person in whose name it commands; absent: it only sends patches. */
  readonly login?: string;
  /** sha256 of the secret, hex. */
  readonly hash: string;
  /** `owner/name`, in lower case. */
  readonly repositories: readonly string[];
  readonly perMinute: number;
  readonly perDay: number;
  /** ISO 8601, UTC, as all times here. */
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
};

export type Spent =
  | { readonly ok: true }
  | { readonly ok: false; readonly window: 'minute' | 'day'; readonly retryAfterSeconds: number };

export type Deliveries = {
  /** The newest delivery of the patch with this id; with a digest, of those with these bytes. */
  newest(patch: PatchName, digest?: string): Promise<SentDelivery | null>;
  /** The first one of it that is kept, whatever came under its id since then. `but`: of another sender than this one. */
  first(patch: PatchName, options?: { readonly but?: string }): Promise<Delivery | null>;
  /**
   * Keeps a delivery, its outbox entry and its event in one step, and takes older ones of the patch out of the outbox that
   * nobody is handing on at that moment. null: `after` is not the newest delivery of this
   * patch any more (null: there must be none), and nothing is kept.
   */
  accept(delivery: NewDelivery, after: number | null): Promise<Delivery | null>;
  /** Newest first. What is overtaken is not open any more. */
  list(query: DeliveryQuery): Promise<readonly ListedDelivery[]>;
  /**
   * Those of which the end is not known: one of each repository in turn, its newest first, and what a pause holds last, so
   * that no repository's many hide those of another.
   */
  open(query: {
    readonly repository?: string;
    readonly since: Date;
    readonly limit: number;
  }): Promise<readonly Delivery[]>;
  /**
   * Notes what the record says, with an event. False: that was known already, or `after` is not the commit that was noted
   * last (null: there must be none; absent: whatever it was), and nothing is noted.
   */
  see(seq: number, record: SeenRecord, options?: { readonly after?: string | null }): Promise<boolean>;
};

/** `login`: of the person on GitHub for whom the token speaks that it came through; absent: for none. */
export type SentDelivery = Delivery & { readonly login?: string };

/** `overtaken`: the record went on with a later one under its id before it was seen to end, so that nobody works on it. */
export type ListedDelivery = Delivery & { readonly overtaken?: true };

export type DeliveryQuery = {
  readonly repositories: readonly string[];
  readonly state?: DeliveryFilter;
  /** Only those with a smaller `seq`. */
  readonly before?: number;
  readonly limit: number;
};

export type DeliveryFilter = 'open' | 'done' | 'failed';

/**
 * Deliveries to be handed to GitHub. Whoever claims one has it until the lease ends; a late word of an older claim does not
 * count. Of one patch one is claimed at a time, and none once a newer one has come, so that no older one arrives after it.
 */
export type Outbox = {
  /** The oldest entry that is due, or that of one delivery; null: there is none. */
  claim(request: {
    readonly now: Date;
    readonly leaseSeconds: number;
    readonly delivery?: number;
  }): Promise<Claim | null>;
  /** Each of these is false where the claim is no longer the newest one, and then changes nothing. */
  done(claim: Claim, at: Date): Promise<boolean>;
  later(
    claim: Claim,
    why: {
      readonly notBefore: Date;
      readonly problem: string;
      /** It only has to wait for a rate limit; patience with it begins anew after that. */
      readonly limited?: boolean;
      /** GitHub may have taken it all the same. */
      readonly unclear?: boolean;
    },
  ): Promise<boolean>;
  fail(
    claim: Claim,
    why: {
      readonly at: Date;
      readonly problem: string;
      /** GitHub may have taken it all the same, in this attempt; those before it are known. */
      readonly unclear?: boolean;
    },
  ): Promise<boolean>;
  /**
   * Takes entries out for good that nobody is handing on at that moment, in the name of somebody: all of a repository, or
   * those with this id and digest. Gives those, which of them GitHub may have taken all the same, because an attempt had no
   * clear end, and what stays because it is being handed on.
   */
  cancel(request: {
    readonly repository: string;
    readonly id?: string;
    readonly digest?: string;
    readonly by: string;
    readonly at: Date;
  }): Promise<{
    readonly canceled: readonly Delivery[];
    readonly mayHaveArrived: readonly Delivery[];
    readonly handing: readonly PatchName[];
  }>;
  /** How many wait, and since when the oldest of them does. */
  waiting(): Promise<{ readonly entries: number; readonly oldest: string | null }>;
};

export type Claim = {
  readonly entry: number;
  /** Grows with every claim of the same entry. */
  readonly fence: number;
  readonly delivery: Delivery;
  readonly text: string;
  readonly name: string;
  /** GitHub login of the person for whom the token speaks that it came through; absent: for none. */
  readonly login?: string;
  /** Claims of this entry, this one included. */
  readonly attempts: number;
  /** Since when it could have been handed on: it was received, or a rate limit ended that it had to wait for. */
  readonly patientSince: string;
};

/** What others tell more than once, such as Slack its events: it is acted on once, by whatever process notes it first. */
export type Heard = {
  /** True for the first who notes this name; for everybody else false, until the name is forgotten. */
  first(name: string, times: { readonly now: Date; readonly until: Date }): Promise<boolean>;
  /** Says anew when a name is forgotten; for whoever was first. One that was forgotten already stays so. */
  keep(name: string, until: Date): Promise<void>;
};

/** What one process does for all of them, such as looking for what no webhook told. */
export type Chores = {
  /**
   * Takes a chore on. null: another process has it until its lease ends, or it was done by a turn that began after
   * `unlessSince`.
   */
  begin(chore: {
    readonly name: string;
    readonly now: Date;
    readonly until: Date;
    readonly unlessSince: Date;
  }): Promise<Turn | null>;
  /**
   * Keeps it until then; one that failed is left alone for so long. This and `end` are false where another process has
   * taken it on by now, and then change nothing.
   */
  renew(turn: Turn, until: Date): Promise<boolean>;
  /** It is done, and free for whoever finds it due. */
  end(turn: Turn): Promise<boolean>;
};

/** `fence` grows with every turn of a chore. `doneSince`: when the last turn that came to its end began; null: none has. */
export type Turn = { readonly name: string; readonly fence: number; readonly doneSince: Date | null };

export type Events = {
  /** Those after `seq`, oldest first. */
  since(
    seq: number,
    query: { readonly repositories?: readonly string[]; readonly limit: number },
  ): Promise<readonly PatchEvent[]>;
  /** The newest `seq`; 0 where there are none. */
  newest(): Promise<number>;
};

/** Something became of a delivery. */
export type PatchEvent = PatchName & {
  readonly seq: number;
  readonly at: string;
  readonly digest: string;
  /** `changed`: the record on GitHub did. */
  readonly kind: 'queued' | 'sent' | 'failed' | 'changed';
  readonly state?: RecordState;
  readonly outcome?: OutcomeKind;
};
