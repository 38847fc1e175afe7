import { canonicalJson } from '../../patch/canonical-json.ts';
import { type ReadPatch, readPatch } from '../../patch/read.ts';
import type { PatchRecord } from '../../record/record.ts';
import { laterRevertIdOf, revertIdOf } from '../../record/revert-names.ts';
import type { Repository } from '../ports.ts';
import { type PatchState, readPatchState } from './patch.ts';
import { type Merge, makeRevertPatch } from './revert-patch.ts';

/** The patch that takes a merge back, under the name that is free for it or that it has already. */
export type Revert = {
  readonly revertId: string;
  readonly patch: { readonly text: string; readonly digest: string };
  /** How it stands, where it was sent before and its pull request is not over; null: it was not. */
  readonly known: PatchState | null;
};

/**
 * Finds the name for the patch that takes a merge back. One that is taken by something else is left alone: by another
 * patch, whatever it says of itself, or by the revert of an earlier merge. Throws where both are, and where no patch
 * can do it.
 */
export async function findRevert(repository: Repository, merge: Merge, by: string): Promise<Revert> {
  const names = [revertIdOf(merge.id), laterRevertIdOf(merge.id, merge.sha)];
  for (const revertId of names) {
    const patch = writeRevert(merge, { id: revertId, by });
    const state = await readPatchState(repository, revertId);
    if (state === 'unknown') {
      return { revertId, patch, known: null };
    }
    if (typeof state !== 'string' && !isOver(state.record) && doesTheSame(state.text, patch)) {
      return { revertId, patch, known: state };
    }
  }
  throw new Error(`the names ${names.join(' and ')} are taken by other patches; revert it by hand`);
}

type Written = { readonly text: string; readonly digest: string; readonly read: ReadPatch };

function writeRevert(merge: Merge, wanted: { readonly id: string; readonly by: string }): Written {
  const made = makeRevertPatch(merge, wanted);
  if (!made.ok) {
    throw new Error(
      made.path === null
        ? `the merge of ${merge.id} left nothing to take back`
        : `${made.path} was something that no patch can write; revert it by hand`,
    );
  }
  const read = readPatch({ text: made.text });
  if (!read.ok) {
    const [first] = read.refusals;
    throw new Error(`the patch that takes ${merge.id} back can't be sent: ${first?.message ?? ''}`);
  }
  return { text: made.text, digest: read.digest, read };
}

/** Its pull request is merged or closed, and stays so. */
function isOver({ outcome }: PatchRecord): boolean {
  return outcome?.kind === 'merged' || outcome?.kind === 'closed';
}

/** Asked for by somebody else it has other words, and the same changes. */
function doesTheSame(text: string | null, { read }: Written): boolean {
  const known = text === null ? null : readPatch({ text });
  return known?.ok === true && contentOf(known) === contentOf(read);
}

function contentOf({ patch: { base, changes, reverts } }: ReadPatch): string {
  return canonicalJson([base ?? null, changes, reverts ?? null]);
}
