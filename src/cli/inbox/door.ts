import type { Told } from '../told.ts';
import type { Sighting } from './patch-step.ts';
import type { Report } from './report.ts';

/** Where patches go. */
export type Door = {
  /** Its name for people, such as "acme/shop on GitHub". */
  readonly name: string;
  /** How many patches may be under way at once. */
  readonly atOnce: number;
  /** Milliseconds between two looks at one of them. */
  readonly pollMs: number;
  /** Throws a ClosedDoor where no patch would be let in, whatever is in it; an outage is none. */
  check(signal: AbortSignal): Promise<void>;
  /** Looks, and changes nothing. `receipt` is of the last sending by this process; null: there was none. */
  look(patch: WholePatch, receipt: Receipt | null, signal: AbortSignal): Promise<Sighting>;
  /** Throws a ClosedDoor too. */
  send(patch: WholePatch, signal: AbortSignal): Promise<Sent>;
};

/** A patch as it was read from its file. */
export type WholePatch = {
  readonly id: string;
  readonly digest: string;
  /** Canonical JSON. */
  readonly text: string;
};

/** What distinguishes an answer to one's own sending from older ones, such as the commit that stood there before. */
export type Receipt = { readonly before: string | null };

export type Sent =
  /** The far end said that it has it, and may have told of it at once what it does not tell later. */
  | { readonly kind: 'sent'; readonly receipt: Receipt; readonly told?: Told }
  /** Nobody knows whether it arrived. */
  | { readonly kind: 'perhaps'; readonly why: string; readonly receipt: Receipt }
  | { readonly kind: 'ended'; readonly report: Report }
  /** It certainly did not arrive, and the patch is not to blame. */
  | { readonly kind: 'not_sent'; readonly why: string; readonly retryAfterMs?: number };

/** A token that is not taken, a repository that is not there: no file is to blame, and somebody must act. */
export class ClosedDoor extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ClosedDoor';
  }
}
