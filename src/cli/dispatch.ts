import { Buffer } from 'node:buffer';
import type { createOctokit } from '../io/github/client.ts';
import { createApiRepository } from '../io/github/repository.ts';
import { sha256 } from '../patch/digest.ts';
import { inboxRef } from '../patch/refs.ts';
import { PATCH_FILE, recordRef } from '../record/record.ts';
import type { CommitInfo, Repository } from '../stages/ports.ts';

/** One repository on GitHub, as whoever sends patches to it sees it. */
export type Destination = {
  /** Throws where the repository can't be read with this token. */
  check(): Promise<void>;
  /** Inline where it fits, else by reference through the inbox; throws what GitHub answers. */
  dispatch(patch: { readonly id: string; readonly text: string }): Promise<'inline' | 'reference'>;
  /** The newest commit of the record; undefined: there is none. */
  readRecord(id: string): Promise<CommitInfo | undefined>;
};

/** `place`: owner/name. */
export function createDestination(octokit: ReturnType<typeof createOctokit>, place: string): Destination {
  const { owner, name } = parsePlace(place);
  const repository = createApiRepository({ octokit, owner, name });
  return {
    async check() {
      await octokit.rest.repos.get({ owner, repo: name });
    },
    async dispatch({ id, text }) {
      const payload = await makePayload(repository, id, text);
      await octokit.rest.repos.createDispatchEvent({
        owner,
        repo: name,
        event_type: EVENT_TYPE,
        client_payload: payload,
      });
      return 'ref' in payload ? 'reference' : 'inline';
    },
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

const EVENT_TYPE = 'ghost-patch';

/** GitHub refuses a `client_payload` of 64 KB; what comes near it travels by reference. */
const MAX_INLINE_BYTES = 60_000;

async function makePayload(
  repository: Repository,
  id: string,
  text: string,
): Promise<{ [key: string]: unknown }> {
  const inline = { id, patch: JSON.parse(text) as unknown };
  if (Buffer.byteLength(JSON.stringify(inline)) <= MAX_INLINE_BYTES) {
    return inline;
  }
  const digest = sha256(text);
  const ref = inboxRef(digest);
  // The ref is named for its content, so finding it there already is as good as writing it.
  await repository.write({
    commits: {
      inbox: {
        tree: { base: null, changes: [{ path: PATCH_FILE, mode: '100644', bytes: Buffer.from(text) }] },
        parents: [],
        message: () => `Patch ${id} for Ghost Runner\n`,
      },
    },
    refs: [{ ref, before: null, after: { commit: 'inbox' } }],
  });
  return { id, ref, sha256: digest };
}
