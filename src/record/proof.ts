import { needsApproval } from './approval.ts';
import type { KnownTests, OutcomeKind, PullRequestRef, TestReport } from './outcome.ts';
import type { PatchRecord, Proof } from './record.ts';

/**
 * What a record says of the commit that its branch and its pull request show, however the last attempt ended: one that
 * came to no commit leaves what an earlier one made. null: it says nothing, and only its history can tell.
 */
export function proofOf(record: PatchRecord): Proof | null {
  const { head, digest, sender, sentFor, approval, proof } = record;
  if (head === undefined) {
    return null;
  }
  const tests = testsOf(record);
  if (tests === null) {
    return proof?.sha === head ? proof : null;
  }
  return {
    sha: head,
    tests,
    digest,
    sender,
    ...(sentFor === undefined ? {} : { sentFor }),
    ...(approval === undefined ? {} : { approval }),
  };
}

/** What the tests of the commit `sha` came to, as far as its record says. undefined: it says nothing of that commit. */
export function testsAt(record: PatchRecord, sha: string): KnownTests | undefined {
  const { outcome, tests = outcome !== undefined && 'tests' in outcome ? outcome.tests : undefined } = record;
  if (tests?.sha === sha) {
    return asKnown(tests);
  }
  const proof = proofOf(record);
  return proof?.sha === sha ? proof.tests : undefined;
}

export function asKnown({ verdict }: Pick<TestReport, 'verdict'>): KnownTests {
  return verdict === 'passed' ? 'passed' : 'failed';
}

/**
 * Who sent what the commit at its head was made of, and for whom; whoever sent what came to nothing since then has no part in
 * it. null: the record does not say it.
 */
export function senderOfHead(record: PatchRecord): Pick<PatchRecord, 'sender' | 'sentFor'> | null {
  // One with a plan came to that commit itself, whatever people did with it.
  if (record.plan !== undefined) {
    return record;
  }
  const { sender, sentFor } = proofOf(record) ?? {};
  return sender === undefined ? null : { sender, ...(sentFor === undefined ? {} : { sentFor }) };
}

/**
 * Digest of another sender's patch, which its pull request goes on to show where what was delivered last came to nothing.
 * null: nobody else's is shown, as far as the record says.
 */
export function shownDespite(record: PatchRecord): string | null {
  const { plan, sender } = record;
  const proof = plan === undefined ? proofOf(record) : null;
  return proof?.sender === undefined || proof.sender === sender ? null : proof.digest;
}

/** Whether a pull request of this patch that stands at `sha` waits for an approval. */
export function lacksApproval(record: PatchRecord, sha: string): boolean {
  return needsApproval(proofOf(record) ?? record, sha);
}

/** Whether what the record says came of the commit at its head, and not of a delivery that left that as it was. */
export function isAboutHead(record: PatchRecord): boolean {
  return testsOf(record) !== null;
}

/**
 * Whether what became of a record is said of the commit at its head. A delivery that came to no commit leaves what is
 * said of the one before it as it was; what people did with its pull request is said of it whoever was delivered since.
 */
export function speaksOfHead({ outcome, plan, withdrawn }: PatchRecord): boolean {
  return (
    outcome !== undefined && (plan !== undefined || withdrawn !== undefined || BY_PEOPLE.has(outcome.kind))
  );
}

const BY_PEOPLE: ReadonlySet<OutcomeKind> = new Set(['merged', 'closed', 'reverted', 'superseded']);

/** The pull request that shows this patch, as far as its record knows. What was merged before shows a revision before it. */
export function pullRequestOf({ pullRequest, mergedBefore }: PatchRecord): PullRequestRef | undefined {
  return pullRequest?.number === mergedBefore ? undefined : pullRequest;
}

/** Its pull request is no longer there to be reviewed, though a person may bring it back. */
export function mayComeBack(record: PatchRecord): boolean {
  const { state, outcome } = record;
  return state === 'done' && pullRequestOf(record) !== undefined && isTakenFromReview(outcome);
}

/** A person closed it, whether or not somebody has said so before another attempt met it; or another patch took its place. */
export function isTakenFromReview(outcome: PatchRecord['outcome']): boolean {
  switch (outcome?.kind) {
    case 'closed':
    case 'superseded':
      return true;
    case 'conflict':
      return outcome.reason === 'pull_request_closed';
    default:
      return false;
  }
}

/** null: what the record says is about something else than its head. */
function testsOf({ outcome, plan }: PatchRecord): KnownTests | null {
  switch (outcome?.kind) {
    case 'opened':
    case 'updated':
    case 'tests_failed':
      return asKnown(outcome.tests);
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
