import { canonicalJson } from '../../patch/canonical-json.ts';
import { type ReadPatch, readPatch } from '../../patch/read.ts';
import type { PullRequestRef } from '../../record/outcome.ts';
import { isTakenFromReview } from '../../record/proof.ts';
import type { PatchRecord } from '../../record/record.ts';
import { laterRevertIdOf, revertIdOf } from '../../record/revert-names.ts';
import type { Repository } from '../ports.ts';
import { type PatchState, readPatchState } from './patch.ts';
import { type Merge, makeRevertPatch } from './revert-patch.ts';

/** The patch that takes a merge back, under the name that is free for it or that it has already. */
export type Revert =
  | {
      readonly ok: true;
      readonly revertId: string;
      readonly patch: { readonly text: string; readonly digest: string };
      /** How it stands, where it was sent before and its pull request is not over; null: it was not. */
      readonly known: PatchState | null;
      /** One that was sent before, and was merged; null: none was. */
      readonly merged: PatchRecord | null;
    }
  /** It has had both names, and a person closed this pull request of it. */
  | {
      readonly ok: false;
      readonly why: 'revert_closed';
      readonly revertId: string;
      readonly pullRequest: PullRequestRef;
    }
  /** It has had both names, and the second one was merged. */
  | { readonly ok: false; readonly why: 'merged'; readonly merged: PatchRecord }
  /** No patch can do it, or both names are taken. `reason` is a sentence. */
  | { readonly ok: false; readonly why: 'not_reversible'; readonly reason: string };

/**
 * Finds the name for the patch that takes a merge back. One that is taken by something else is left alone: by another
 * patch, whatever it says of itself, or by the revert of an earlier merge.
 */
export async function findRevert(repository: Repository, merge: Merge, by: string): Promise<Revert> {
  const names = [revertIdOf(merge.id), laterRevertIdOf(merge.id, merge.sha)];
  const over: PatchRecord[] = [];
  for (const revertId of names) {
    const patch = writeRevert(merge, { id: revertId, by });
    if (!patch.ok) {
      return patch;
    }
    const state = await readPatchState(repository, revertId);
    const merged = over.find(({ outcome }) => outcome?.kind === 'merged') ?? null;
    if (state === 'unknown') {
      return { ok: true, revertId, patch, known: null, merged };
    }
    if (typeof state === 'string' || !doesTheSame(state.text, patch)) {
      continue;
    }
    if (!isOver(state.record)) {
      return { ok: true, revertId, patch, known: state, merged };
    }
    over.push(state.record);
  }
  return whyNone(names, over);
}

/** `over`: those which had one of the names, and whose pull requests are merged or closed. */
function whyNone(
  names: readonly string[],
  over: readonly PatchRecord[],
): Extract<Revert, { readonly ok: false }> {
  const last = over.at(-1);
  if (over.length === names.length && last?.outcome?.kind === 'merged') {
    return { ok: false, why: 'merged', merged: last };
  }
  const closed = over.findLast(({ outcome }) => isTakenFromReview(outcome));
  if (closed?.pullRequest !== undefined) {
    return { ok: false, why: 'revert_closed', revertId: closed.id, pullRequest: closed.pullRequest };
  }
  const by = over.length === 0 ? 'other patches' : 'other patches, or by such as took it back before';
  return { ok: false, why: 'not_reversible', reason: `The names ${names.join(' and ')} are taken by ${by}.` };
}

type Written = {
  readonly ok: true;
  readonly text: string;
  readonly digest: string;
  readonly read: ReadPatch;
};

function writeRevert(
  merge: Merge,
  wanted: { readonly id: string; readonly by: string },
): Written | Extract<Revert, { readonly why: 'not_reversible' }> {
  const made = makeRevertPatch(merge, wanted);
  if (!made.ok) {
    const reason =
      made.path === null
        ? 'Its merge left all files as they were.'
        : `${made.path} was something before that no patch can write, such as a link or a very large file.`;
    return { ok: false, why: 'not_reversible', reason };
  }
  const read = readPatch({ text: made.text });
  if (!read.ok) {
    const [first] = read.refusals;
    return {
      ok: false,
      why: 'not_reversible',
      reason: `The patch for that can't be sent: ${first?.message ?? ''}`,
    };
  }
  return { ok: true, text: made.text, digest: read.digest, read };
}

/** Its pull request is merged or closed, and stays so. */
function isOver({ outcome }: PatchRecord): boolean {
  return outcome?.kind === 'merged' || outcome?.kind === 'reverted' || isTakenFromReview(outcome);
}

/** Asked for by somebody else it has other words, and the same changes. */
function doesTheSame(text: string | null, { read }: Written): boolean {
  const known = text === null ? null : readPatch({ text });
  return known?.ok === true && contentOf(known) === contentOf(read);
}

function contentOf({ patch: { base, changes, reverts } }: ReadPatch): string {
  return canonicalJson([base ?? null, changes, reverts ?? null]);
}
