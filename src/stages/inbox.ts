import { Buffer } from 'node:buffer';
import { sha256 } from '../patch/digest.ts';
import { inboxRef } from '../patch/refs.ts';
import { PATCH_FILE } from '../record/record.ts';
import { MAX_ROUNDS } from './context.ts';
import type { CommitPlan, Oid, Repository } from './ports.ts';

/** A patch that goes by reference. `tree` is one that holds this very text as patch.json, where there is one. */
export type Lying = { readonly id: string; readonly text: string; readonly tree?: Oid };

/**
 * Puts a patch where a dispatch can name it, and gives its name there. Its commit is made anew also where the patch lies
 * there already: a pass of the watch removes what is old, and a run is still to read this. Rejects where its ref can't be
 * had.
 */
export async function putIntoInbox(
  repository: Repository,
  lying: Lying,
): Promise<{ readonly ref: string; readonly sha256: string }> {
  const digest = sha256(lying.text);
  const ref = inboxRef(digest);
  let before: Oid | null = null;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { ok } = await repository.write({
      commits: { inbox: commitOf(lying) },
      refs: [{ ref, before, after: { commit: 'inbox' }, force: before !== null }],
    });
    if (ok) {
      return { ref, sha256: digest };
    }
    before = (await repository.read({ refs: [ref] })).refs.get(ref)?.oid ?? null;
  }
  throw new Error(
    `${ref} is not where it was a moment ago, ${MAX_ROUNDS} times in a row; delete it and try again`,
  );
}

function commitOf({ id, text, tree }: Lying): CommitPlan {
  return {
    tree: tree ?? {
      base: null,
      changes: [{ path: PATCH_FILE, mode: '100644', bytes: Buffer.from(text) }],
    },
    parents: [],
    message: () => `Patch ${id} for Ghost Runner\n`,
  };
}
