import type { OutcomeKind } from '../../record/outcome.ts';
import type { RecordState } from '../../record/record.ts';

/** `repository` is `owner/name` in lower case. */
export type PatchName = { readonly repository: string; readonly id: string };

export type NewDelivery = PatchName & {
  readonly digest: string;
  readonly title: string;
  readonly sender: string;
  /** Public id of the token that it came through. */
  readonly token?: string;
  readonly receivedAt: string;
  /** The patch as it arrived; kept until it is handed on. */
  readonly text: string;
  /** The id as the patch itself has it. */
  readonly name: string;
};

export type Delivery = PatchName & {
  /** Grows with every delivery. */
  readonly seq: number;
  readonly digest: string;
  readonly title: string;
  readonly sender: string;
  readonly receivedAt: string;
  /** queued → sent, or failed when GitHub did not take it, or we handed it on no more. */
  readonly state: 'queued' | 'sent' | 'failed';
  readonly sentAt?: string;
  /** Why it is still queued, or failed. */
  readonly problem?: string;
  /** Only where it failed because we handed it on no more: a newer revision came, or a person canceled it. */
  readonly withdrawn?: 'revised' | 'canceled';
  /** Only where it failed: GitHub may have taken it all the same, because an attempt had no clear end. */
  readonly mayHaveArrived?: true;
  /** What the record on GitHub said of these very bytes when it was last looked at. */
  readonly record?: SeenRecord;
};

export type SeenRecord = {
  readonly oid: string;
  readonly state: RecordState;
  /** Which attempt it tells of. Only said, not kept: a retry that ends as before is news. */
  readonly attempt?: number;
  readonly outcome?: OutcomeKind;
  /** Why, in one word: the code of the first refusal, or of the conflict. */
  readonly reason?: string;
  /** Number of the pull request. */
  readonly pullRequest?: number;
  /** From the delivery to the pull request. */
  readonly secondsToPullRequest?: number;
  readonly at: string;
};
