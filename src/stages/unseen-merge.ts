import { isOurs } from '../record/life.ts';
import { mergedOutcome } from '../record/outcome.ts';
import { proofOf, pullRequestOf, testsAt } from '../record/proof.ts';
import type { PatchRecord } from '../record/record.ts';
import { mergedMeanwhile, mergeWarnings } from '../record/warnings.ts';
import type { ApplyContext } from './context.ts';
import { findMadeBelow } from './control/earlier-step.ts';
import type { PatchSnapshot } from './patch-snapshot.ts';
import type { CommitInfo, PullRequestState } from './ports.ts';
import { branchRef, readPrevious } from './standing.ts';

/**
 * The step that the record of a patch lacks where a person has merged its pull request and nobody has said so yet: the
 * next delivery under its id would hide that for ever. null: it lacks none, or what was merged is of a delivery before it.
 */
export async function unseenMerge(
  context: Pick<ApplyContext, 'ledger'>,
  snapshot: PatchSnapshot,
  id: string,
): Promise<PatchRecord | null> {
  const listed = readPrevious(snapshot, id);
  const pull = snapshot.pullRequest;
  if (listed === null || listed === 'unreadable' || pull?.merge == null) {
    return null;
  }
  const record = await asEnded(context, listed, {
    pull,
    branch: snapshot.refs.get(branchRef(id)) ?? null,
  });
  if (record === null) {
    return null;
  }
  // A merge that was said once stays so in the history, also where what came of it was taken back since.
  const isSaid =
    record.outcome?.kind === 'merged' ||
    record.outcome?.kind === 'reverted' ||
    pull.number === record.mergedBefore;
  const known = pullRequestOf(record);
  // A process may have died, or heard nothing back, when it had just opened it.
  const isNamed = known === undefined ? pull.head === record.head : pull.number === known.number;
  const isOwn = isNamed && proofOf(record)?.digest === record.digest;
  if (isSaid || !isOwn) {
    return null;
  }
  const { number, url } = pull;
  return (await showedEarlier(context, record, pull))
    ? {
        ...record,
        mergedBefore: number,
        warnings: mergeWarnings(record.warnings, [mergedMeanwhile(number)]),
      }
    : {
        ...record,
        pullRequest: { number, url },
        outcome: mergedOutcome(pull, pull.merge, testsAt(record, pull.head)),
      };
}

/**
 * What is still tested, or held after that, has its end where its very commit was merged, and so has what was withdrawn at
 * that moment; its branch may have gone with the merge. null: it has none yet.
 */
async function asEnded(
  { ledger }: Pick<ApplyContext, 'ledger'>,
  record: PatchRecord,
  { pull, branch }: { readonly pull: PullRequestState; readonly branch: CommitInfo | null },
): Promise<PatchRecord | null> {
  if (record.state === 'done') {
    const { withdrawn, ...rest } = record;
    return withdrawn === pull.head && record.head === undefined ? { ...rest, head: withdrawn } : record;
  }
  // Whoever makes a pull request at this moment says so by itself.
  if (record.state === 'publishing' || record.plan === undefined) {
    return null;
  }
  const merged = branch?.oid === pull.head ? branch : await ledger.commit(pull.head);
  return merged !== null && isOurs(merged, record) ? { ...record, state: 'done', head: merged.oid } : null;
}

/**
 * Whether the commit that was merged is of a revision before this one: the branch has moved on from it to this one since,
 * or was put back to it, and may have gone with the merge. What people added to one of them is that one, and what has none
 * of ours behind it is this one.
 */
async function showedEarlier(
  context: Pick<ApplyContext, 'ledger'>,
  { id, head, digest, base }: PatchRecord,
  pull: PullRequestState,
): Promise<boolean> {
  const made =
    pull.head === head ? null : await findMadeBelow(context, { id, head: pull.head, base: base?.sha });
  return made !== null && made.record.digest !== digest;
}
