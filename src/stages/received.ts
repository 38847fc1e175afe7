import { canonicalJson } from '../patch/canonical-json.ts';
import { sha256 } from '../patch/digest.ts';
import { anonymousId, slugId } from '../patch/id.ts';
import { MAX_PATCH_BYTES } from '../patch/limits.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Patch } from '../patch/schema.ts';
import type { PatchSource } from '../patch/source.ts';
import { titleOfUnreadable } from '../patch/title.ts';

/** A delivery as far as it can be understood without the target's files. There is always an id and a digest to report under. */
export type Received = {
  readonly id: string;
  readonly digest: string;
  readonly title: string;
  /** What is kept in the record: the canonical patch, or the raw text that could not be read. */
  readonly text: string;
  readonly repairs: readonly string[];
  /** What was asked for beside the changes and is not done. */
  readonly notDone: readonly string[];
  /** Asked for by the patch itself, also where the rest of it can't be taken. */
  readonly dryRun: boolean;
  /** A person asks for another attempt, also where the patch is finished. */
  readonly retry?: true;
  /** It is sent from its record, and only meant while that is about it. */
  readonly again?: true;
  /** Another revision is on its way before it. Only known before it is sent. */
  readonly behind?: true;
  /** For whom it is sent, as whoever sends it says; whose it is comes last. */
  readonly sentFor?: readonly string[];
  /** Reading it was ended before it was done: what else is known of it here is not what it says. */
  readonly unread?: true;
  /** sha256 of the bytes that it named by reference, and was read from. */
  readonly fetched?: string;
  /** sha256 of the bytes that it names by reference, where these can't be had; what else is here is made of its envelope. */
  readonly unfetched?: string;
  /** That is the very patch on record, whose digest and title these are. */
  readonly onRecord?: true;
  /** It holds a secret: nothing of its text is kept, and what else is here is masked. */
  readonly withheld?: true;
} & (
  | {
      readonly ok: true;
      readonly patch: Patch;
      readonly paths: readonly string[];
      /** Those of them at which it may put a file where none was. */
      readonly newPaths: readonly string[];
    }
  | {
      readonly ok: false;
      readonly refusals: readonly Refusal[];
      /** The patch could be read, and not everything that it asks for can be done. */
      readonly patch?: Patch;
    }
);

/** A delivery that was opened: its patch, or why there is none. */
export type Opened = {
  readonly source: PatchSource;
  /** The id that stood outside the patch. */
  readonly id: string | undefined;
  /** The repository that it was sent to; absent: nobody knows what that is called. */
  readonly sentTo?: string;
  /** Why its envelope is refused; what it holds is still given an id, a digest and a title. */
  readonly refusals?: readonly Refusal[];
};

/** What is known of a delivery that nobody has read to its end. */
export function leaveUnread({ source, id }: Opened, refusal: Refusal): Received {
  const text = rawText(source);
  const digest = sha256('text' in source ? source.text : canonicalJson(source.value));
  return {
    ok: false,
    id: id === undefined ? anonymousId(digest) : slugId(id),
    digest,
    title: titleOfUnreadable(undefined),
    text,
    repairs: [],
    notDone: [],
    dryRun: false,
    unread: true,
    refusals: [refusal],
  };
}

/** Kept for people to look at; longer than any patch may be is not kept whole. */
export function rawText(source: PatchSource): string {
  const text = 'text' in source ? source.text : canonicalJson(source.value);
  return text.length > MAX_PATCH_BYTES
    ? `${text.slice(0, MAX_PATCH_BYTES)}\n… ${text.length - MAX_PATCH_BYTES} more characters`
    : text;
}
