import { Buffer } from 'node:buffer';
import { slugId } from '../../patch/id.ts';
import { type Inline, inlineOf } from '../../patch/inline.ts';
import { sourceOf } from '../../patch/source.ts';
import { textOfUtf8 } from '../../patch/utf8.ts';
import type { Compute } from '../compute.ts';
import { putIntoInbox } from '../inbox.ts';
import type { Oid, Repository } from '../ports.ts';
import type { Runs } from './ports.ts';

/**
 * A patch to be sent. Its digest is the one that the log or a record knows it by, with whose patch it is. `tree` is one
 * that holds this very text as patch.json, where there is one.
 */
export type Kept = {
  readonly id: string;
  readonly digest: string;
  readonly text: string;
  readonly tree?: Oid;
};

/**
 * Sends a patch through the front door: inline where it fits, else by reference. What is on record needs no copy for
 * that, because the record's tree holds the very bytes. Rejects where another patch would arrive than is meant, or where
 * it is too late when all is ready.
 */
export async function dispatchKept(
  { repository, runs, compute }: Sending,
  kept: Kept,
  { retry = false, again = false, sentFor = [], isLate = () => false }: Sent = {},
): Promise<'inline' | 'reference'> {
  if (!(await arrivesAsMeant(compute, kept))) {
    throw new Error(
      `what is kept of ${kept.id} would arrive as another patch than the one that is known by this id and digest; send the patch again`,
    );
  }
  const { inline, fits } = payloadOf(kept);
  const flags = {
    ...(retry ? { retry } : {}),
    ...(again ? { again } : {}),
    ...(sentFor.length === 0 ? {} : { for: sentFor }),
  };
  if (fits) {
    refuseLate(kept, isLate);
    await runs.dispatch({ ...inline, ...flags });
    return 'inline';
  }
  const place = await putIntoInbox(repository, kept);
  refuseLate(kept, isLate);
  await runs.dispatch({ id: inline.id, ...flags, ...place });
  return 'reference';
}

/**
 * `retry`: somebody asks for another attempt. `again`: it is the patch on record, and overtakes no revision that is there
 * by the time that its run begins. `sentFor`: names of those for whom it is sent, whom GitHub does not know as its sender.
 * `isLate`: asked last, for somebody else may be about to send a newer one by now.
 */
export type Sent = {
  readonly retry?: boolean;
  readonly again?: boolean;
  readonly sentFor?: readonly string[];
  readonly isLate?: () => boolean;
};

function refuseLate({ id }: Kept, isLate: () => boolean): void {
  if (isLate()) {
    throw new Error(
      `GitHub took so long with what comes before it that ${id} was not sent; it is tried again by itself`,
    );
  }
}

type Sending = {
  readonly repository: Repository;
  readonly runs: Pick<Runs, 'dispatch'>;
  readonly compute: Pick<Compute, 'read'>;
};

/**
 * Whether whoever receives it reads the patch with this id and digest. What we send is ours on GitHub, so that another
 * one would be nobody's, and be approved by who wrote it: what is kept of a patch that was refused may read otherwise
 * than what arrived, where that was too long or no text. What could not be read to its end is not known to be the same.
 */
export async function arrivesAsMeant(compute: Pick<Compute, 'read'>, kept: Kept): Promise<boolean> {
  const { inline, fits } = payloadOf(kept);
  const source = fits ? sourceOf(inline) : { text: textOfUtf8(Buffer.from(kept.text)) };
  const { id, digest, unread } = await compute.read({ source, id: inline.id });
  return unread !== true && id === slugId(kept.id) && digest === kept.digest;
}

/** What goes into the dispatch, and whether it fits. */
function payloadOf(kept: Kept): { readonly inline: Inline; readonly fits: boolean } {
  const inline = inlineOf(kept);
  return { inline, fits: new TextEncoder().encode(JSON.stringify(inline)).length <= MAX_INLINE_BYTES };
}

/** GitHub refuses a `client_payload` of 64 KB; what comes near it travels by reference. */
const MAX_INLINE_BYTES = 60_000;
