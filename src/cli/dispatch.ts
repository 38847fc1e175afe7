import type { createOctokit } from '../io/github/client.ts';
import { createApiRepository } from '../io/github/repository.ts';
import { PATCH_EVENT } from '../io/github/runs.ts';
import { recordRef } from '../record/record.ts';
import { dispatchKept, type Kept } from '../stages/control/dispatch.ts';
import type { CommitInfo } from '../stages/ports.ts';
import { readOpened } from '../stages/read-delivery.ts';
import type { Opened } from '../stages/received.ts';
import type { Beside } from './understand.ts';

/** One repository on GitHub, as whoever sends patches to it sees it. */
export type Destination = {
  /** Throws where the repository can't be read with this token. */
  check(): Promise<void>;
  /** Inline where it fits, else by reference through the inbox; throws what GitHub answers. */
  dispatch(patch: Kept, beside?: Beside): Promise<'inline' | 'reference'>;
  /** The newest commit of the record; undefined: there is none. */
  readRecord(id: string): Promise<CommitInfo | undefined>;
};

/** `place`: owner/name. */
export function createDestination(octokit: ReturnType<typeof createOctokit>, place: string): Destination {
  const { owner, name } = parsePlace(place);
  const repository = createApiRepository({ octokit, owner, name });
  const runs = {
    async dispatch(payload: { readonly [key: string]: unknown }) {
      await octokit.rest.repos.createDispatchEvent({
        owner,
        repo: name,
        event_type: PATCH_EVENT,
        client_payload: payload,
      });
    },
  };
  return {
    async check() {
      await octokit.rest.repos.get({ owner, repo: name });
    },
    dispatch: ({ id, digest, text }, beside) =>
      dispatchKept({ repository, runs, compute }, { id, digest, text }, beside),
    async readRecord(id) {
      const ref = recordRef(id);
      return (await repository.read({ refs: [ref] })).refs.get(ref) ?? undefined;
    },
  };
}

/** Both parts of owner/name; throws where it is none. */
export function parsePlace(place: string): { readonly owner: string; readonly name: string } {
  const [owner, name, ...rest] = place.split('/');
  if (!owner || !name || rest.length > 0) {
    throw new Error(`--repo must be owner/name, not ${place}`);
  }
  return { owner, name };
}

/** One patch of whoever waits for it: read in this very process. */
const compute = { read: async (opened: Opened) => readOpened(opened) };
