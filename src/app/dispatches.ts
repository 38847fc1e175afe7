import { PATCH_EVENT } from '../io/github/runs.ts';
import { parseEnvelope } from '../patch/envelope.ts';
import { slugId } from '../patch/id.ts';
import type { Board } from '../stages/intake/board.ts';
import type { IntakeContext } from '../stages/intake/context.ts';
import { readSeen } from '../stages/intake/preflight.ts';
import type { PatchName } from '../stages/intake/store.ts';
import { receive } from '../stages/receive.ts';
import { createRounds } from './compute/rounds.ts';
import type { Feed } from './feed.ts';

/** The part of a webhook about a dispatch that is used. */
export type NewDispatch = {
  readonly action: string;
  readonly repository: { readonly full_name: string };
  readonly sender: { readonly login: string };
  readonly client_payload: unknown;
};

/** Rejects where it could not be noted; GitHub is asked to send it again then. */
export type Dispatches = (dispatch: NewDispatch) => Promise<void>;

/**
 * Puts patches into the index that were handed to GitHub by somebody else, so that one of which no run ever tells is
 * seen to be missing. The workflow runs them; here nothing does. Of ids that are known the records tell.
 */
export function createDispatches(context: Hearing, feed: Pick<Feed, 'wake'>): Dispatches {
  const rounds = createRounds({ atOnce: READ_AT_ONCE, mostWaiting: MOST_WAITING });
  return async (dispatch) => {
    const repository = dispatch.repository.full_name.toLowerCase();
    if (dispatch.action !== PATCH_EVENT || (await isKnown(context, repository, dispatch))) {
      return;
    }
    // A patch by reference is read from GitHub for a few words, and what waits has read nothing.
    const hearing = rounds.take(repository, () => hear(context, repository, dispatch));
    if (hearing === null) {
      throw new Error(
        `${MOST_WAITING} dispatches to ${repository} wait to be read already; GitHub has to send this one again`,
      );
    }
    if (await hearing) {
      feed.wake();
    }
  };
}

type Hearing = Pick<IntakeContext, 'target' | 'clock'> & {
  readonly store: {
    readonly deliveries: { newest(patch: PatchName): Promise<unknown> };
    readonly board: Pick<Board, 'adopt'>;
  };
};

/** Of all repositories together, one of each: whoever may dispatch to one keeps only its own waiting. */
const READ_AT_ONCE = 2;

/** Dispatches to one repository. Each holds its payload, which GitHub allows 64 KB. */
const MOST_WAITING = 50;

/** Whether the id outside the patch says that there is nothing to read, as it does for all that this server has sent. */
async function isKnown(
  { store }: Hearing,
  repository: string,
  { client_payload: payload }: NewDispatch,
): Promise<boolean> {
  const parsed = parseEnvelope(payload);
  const id = parsed.ok ? parsed.envelope.id : parsed.id;
  return id !== undefined && (await store.deliveries.newest({ repository, id: slugId(id) })) !== null;
}

/** Gives whether it was put into the index. */
async function hear(
  context: Hearing,
  repository: string,
  { sender: { login: sender }, client_payload: payload }: NewDispatch,
): Promise<boolean> {
  const found = await context.target(repository);
  if (found === null) {
    return false;
  }
  const received = await receive(found.context, payload);
  const { id, digest, dryRun } = received;
  const patch = { repository, id };
  // Whoever sends a known id does not take it from whom it belongs to; a dry run leaves no record to wait for.
  if (
    dryRun ||
    (await context.store.deliveries.newest(patch)) !== null ||
    (await readSeen(found, id)) !== null
  ) {
    return false;
  }
  const receivedAt = context.clock.now().toISOString();
  const title = await found.context.compute.name(received);
  return context.store.board.adopt({ ...patch, digest, title, sender, receivedAt });
}
