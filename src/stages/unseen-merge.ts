import { isOurs } from '../record/life.ts';
import { mergedOutcome } from '../record/outcome.ts';
import { proofOf, pullRequestOf, testsAt } from '../record/proof.ts';
import type { PatchRecord } from '../record/record.ts';
import { mergedMeanwhile, mergeWarnings } from '../record/warnings.ts';
import type { ApplyContext } from './context.ts';
import { findMade } from './control/earlier-step.ts';
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
  const branch = snapshot.refs.get(branchRef(id)) ?? null;
  const record = asEnded(listed, { pull, branch });
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

/** What is still tested, or held after that, has its end where its very commit was merged. null: it has none yet. */
function asEnded(
  record: PatchRecord,
  { pull, branch }: { readonly pull: PullRequestState; readonly branch: CommitInfo | null },
): PatchRecord | null {
  if (record.state === 'done') {
    return record;
  }
  // Whoever makes a pull request at this moment says so by itself.
  const isMade = record.state !== 'publishing' && record.plan !== undefined;
  const isMerged = branch !== null && isOurs(branch, record) && pull.head === branch.oid;
  return isMade && isMerged ? { ...record, state: 'done', head: branch.oid } : null;
}

/**
 * Whether the commit that was merged is of a revision before this one: the branch has moved on from it to this one since,
 * or was put back to it, and may have gone with the merge. Any other that none of ours made is this one with what a person
 * added.
 */
async function showedEarlier(
  context: Pick<ApplyContext, 'ledger'>,
  { id, head, digest }: PatchRecord,
  pull: PullRequestState,
): Promise<boolean> {
  const made = pull.head === head ? null : await findMade(context, { id, head: pull.head });
  return made !== null && made.record.digest !== digest;
}
