import { needsApproval } from './approval.ts';
import type { PatchRecord, Proof } from './record.ts';

/**
 * What a record says of the commit that its branch and its pull request show, however the last attempt ended: one that
 * came to no commit leaves what an earlier one made. null: it says nothing, and only its history can tell.
 */
export function proofOf(record: PatchRecord): Proof | null {
  const { head, digest, approval, proof } = record;
  if (head === undefined) {
    return null;
  }
  const tests = testsOf(record);
  if (tests === null) {
    return proof?.sha === head ? proof : null;
  }
  return { sha: head, tests, digest, ...(approval === undefined ? {} : { approval }) };
}

/** Whether a pull request of this patch that stands at `sha` waits for an approval. */
export function lacksApproval(record: PatchRecord, sha: string): boolean {
  return needsApproval(proofOf(record) ?? record, sha);
}

/** Its pull request is no longer there to be reviewed, though a person may bring it back. */
export function mayComeBack({ state, outcome, pullRequest }: PatchRecord): boolean {
  if (state !== 'done' || pullRequest === undefined) {
    return false;
  }
  return outcome?.kind === 'superseded' || isTakenFromReview(outcome);
}

/** A person closed it, whether or not somebody has said so before another attempt met it. */
export function isTakenFromReview(outcome: PatchRecord['outcome']): boolean {
  return (
    outcome?.kind === 'closed' || (outcome?.kind === 'conflict' && outcome.reason === 'pull_request_closed')
  );
}

/** null: what the record says is about something else than its head. */
function testsOf({ outcome, plan }: PatchRecord): Proof['tests'] | null {
  switch (outcome?.kind) {
    case 'opened':
    case 'updated':
    case 'tests_failed':
      return outcome.tests.verdict === 'passed' ? 'passed' : 'failed';
    case 'merged':
    case 'closed':
    case 'reverted':
    case 'superseded':
      return null;
    default:
      // Without a plan it came to no commit; with one nobody has a verdict on what it came to.
      return plan === undefined ? null : 'none';
  }
}
