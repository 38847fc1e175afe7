import { PATCH_EVENT } from '../io/github/runs.ts';
import type { IntakeContext, Target } from '../stages/intake/context.ts';
import { readSeen } from '../stages/intake/preflight.ts';
import { receive } from '../stages/receive.ts';
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
export function createDispatches(context: IntakeContext, feed: Feed): Dispatches {
  return async ({
    action,
    repository: { full_name: name },
    sender: { login: sender },
    client_payload: payload,
  }) => {
    const repository = name.toLowerCase();
    const found = action === PATCH_EVENT ? await context.target(repository) : null;
    if (found === null) {
      return;
    }
    const { id, digest, dryRun, title } = await receive(found.context, payload);
    const patch = { repository, id };
    // Whoever sends a known id does not take it from whom it belongs to; a dry run leaves no record to wait for.
    if (
      dryRun ||
      (await context.store.deliveries.newest(patch)) !== null ||
      (await readSeen(found, id)) !== null
    ) {
      return;
    }
    const receivedAt = context.clock.now().toISOString();
    const shown = await titleOf(found, { id, title });
    if (await context.store.board.adopt({ ...patch, digest, title: shown, sender, receivedAt })) {
      feed.wake();
    }
  };
}

/** Nothing that looks like a secret is kept. */
async function titleOf({ control }: Target, { id, title }: { readonly id: string; readonly title: string }) {
  const secrets = await control.secrets.find({ path: 'title.txt', text: title });
  return secrets.length === 0 ? title : id;
}
