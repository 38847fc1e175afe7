import { sameLogin } from '../control/switches.ts';
import type { PatchRecord } from '../record/record.ts';
import type { Received } from './received.ts';

/** Who hands a patch over, and for whom they say that they do. */
export type Handing = { readonly sender: string; readonly sentFor?: readonly string[] };

type Sent = Pick<PatchRecord, 'sender' | 'sentFor' | 'alsoSentBy'>;

/** All who sent this very patch, or had it sent: GitHub logins, and names of a server's tokens. A stop of one stops it. */
export function sendersOf({ sender, sentFor = [], alsoSentBy = [] }: Sent): readonly string[] {
  return [sender, ...sentFor, ...alsoSentBy];
}

/** None of them is ever forgotten, and a record has room for so many. */
export const MOST_SENDERS = 50;

/**
 * Whether whoever sends this only carries what is on record already, so that its own senders count and they do not. It
 * has the very patch that waits there, or whose run crashed, worked on as its senders' own, and as the watch would do by
 * itself: so it frees nobody of a stop, also where a stranger says `again` of themselves. Whatever else is on record goes
 * on only because somebody wants it, whose own stops count. `known` is its record where this very patch is on record.
 */
export function isCarried(
  { again, retry }: Pick<Received, 'again' | 'retry'>,
  known: Pick<PatchRecord, 'state' | 'outcome'> | null,
): boolean {
  const mayGoOn = known !== null && (known.state !== 'done' || known.outcome?.kind === 'crashed');
  return again === true && retry !== true && mayGoOn;
}

/**
 * Whose patch it is, once it is handed over. `known` is its record where this very patch is on record already, and
 * then it stays the patch of whoever sent it first; whoever sends it after them is one of its senders too, so that
 * nobody is free of a stop, or approves what they sent, because another one was first. `fromRecord`: it is sent once
 * more from its record, and comes from nobody new.
 */
export function whoSent(
  known: Sent | null,
  { sender, sentFor = [] }: Handing,
  { fromRecord }: { readonly fromRecord: boolean },
): Sent {
  if (known === null) {
    return { sender, ...(sentFor.length === 0 ? {} : { sentFor }) };
  }
  const added = fromRecord ? [] : withoutKnown([sender, ...sentFor], sendersOf(known));
  const alsoSentBy = [...(known.alsoSentBy ?? []), ...added];
  return {
    sender: known.sender,
    ...(known.sentFor === undefined ? {} : { sentFor: known.sentFor }),
    ...(alsoSentBy.length === 0 ? {} : { alsoSentBy }),
  };
}

function withoutKnown(names: readonly string[], known: readonly string[]): readonly string[] {
  return names.filter((name, index) =>
    [...known, ...names.slice(0, index)].every((other) => !sameLogin(other, name)),
  );
}

/**
 * Whether both were sent first by the same account, and for the same one where it sends for others. Anybody may say for
 * whom they send, so that their word counts only among what the same account has sent. Of several names the last one says
 * whose it is: the person behind the name of their token, and the writer of a comment behind who had its run started again.
 */
export function isOfSameSender(one: Sent, other: Sent): boolean {
  const [owner, otherOwner] = [one.sentFor?.at(-1), other.sentFor?.at(-1)];
  const isForSame =
    owner === undefined || otherOwner === undefined ? owner === otherOwner : sameLogin(owner, otherOwner);
  return one.sender === other.sender && isForSame;
}
