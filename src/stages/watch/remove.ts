import { inboxRef } from '../../patch/refs.ts';
import { mayComeBack } from '../../record/proof.ts';
import { recordRef } from '../../record/record.ts';
import type { Finding } from '../../report/watch/report.ts';
import type { PatchState } from '../control/patch.ts';
import { isShownElsewhere } from '../patch-snapshot.ts';
import type { Oid } from '../ports.ts';
import { branchRef } from '../standing.ts';
import type { WatchContext } from './context.ts';
import { put, raced } from './finding.ts';
import { reopen } from './reopen.ts';

/** GitHub closes what shows a branch that is gone. What was opened again without anybody hearing of it is to be reviewed. */
export async function removeOld(context: WatchContext, state: PatchState, branch: Oid): Promise<Finding> {
  const { id } = state.record;
  const isShown = state.pullRequest?.state === 'open';
  if (isShown || isShownElsewhere(state.snapshot)) {
    const reopened = isShown && mayComeBack(state.record) ? await reopen(context, state) : null;
    return reopened ?? put(id, 'An open pull request shows its branch, which is kept for that');
  }
  return (await removeBranch(context, { id, branch, at: state.recordCommit.oid }))
    ? put(id, 'Its branch was kept for long enough, and was removed; the record stays')
    : raced(id);
}

/** Takes a branch away where it stands there; `at`: and while the record stands there. Gives whether it did. */
export async function removeBranch(
  { repository }: WatchContext,
  { id, branch, at }: { readonly id: string; readonly branch: Oid; readonly at?: Oid },
): Promise<boolean> {
  const guard = at === undefined ? [] : [{ ref: recordRef(id), before: at, after: at }];
  const result = await repository.write({
    commits: {},
    refs: [...guard, { ref: branchRef(id), before: branch, after: null }],
  });
  return result.ok;
}

export async function removeInbox(
  { repository }: WatchContext,
  { ref, oid }: { readonly ref: string; readonly oid: Oid },
): Promise<Finding> {
  const result = await repository.write({ commits: {}, refs: [{ ref, before: oid, after: null }] });
  const name = ref.slice(inboxRef('').length);
  return result.ok
    ? put(name, 'It lay in the inbox for more than four days and nothing needs it, so it was removed')
    : raced(name);
}
