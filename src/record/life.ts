import type { Outcome, OutcomeKind } from './outcome.ts';
import type { PatchRecord, RunRef } from './record.ts';

/** What a delivery meets in the repository. */
export type Encounter = {
  readonly digest: string;
  readonly run: RunRef;
  readonly now: Date;
  readonly record: PatchRecord | null;
  /** The branch ref `ghost/<id>` now; null: it does not exist. */
  readonly branch: { readonly oid: string; readonly tree: string } | null;
  /** The newest pull request from that branch; undefined: nobody could tell. */
  readonly pullRequest?: {
    readonly number: number;
    readonly url: string;
    readonly state: 'open' | 'closed' | 'merged';
  } | null;
};

export type Decision =
  /** Work on it as this attempt. */
  | { readonly kind: 'start'; readonly attempt: number }
  | { readonly kind: 'end'; readonly outcome: Extract<Outcome, { readonly kind: 'duplicate' | 'conflict' }> };

/**
 * Is this delivery worked on, and as which attempt?
 *
 * - The same digest again: dropped when the former delivery *finished* or is still under way elsewhere; worked
 *   on again when it failed, died, or belongs to this very run.
 * - Another digest under the same id is a revision, and always worked on.
 * - Nothing is worked on over a person's head: a commit on the branch that is not ours, or a pull request that
 *   somebody closed, ends it.
 */
export function decideDelivery(encounter: Encounter): Decision {
  const { record, digest } = encounter;
  if (record !== null && record.digest === digest) {
    const duplicate = checkDuplicate(record, encounter);
    if (duplicate !== null) {
      return { kind: 'end', outcome: duplicate };
    }
  }
  return checkPeople(encounter) ?? { kind: 'start', attempt: (record?.attempt ?? 0) + 1 };
}

/** A delivery with such an outcome has got its answer; any other may be sent again. */
export function isFinished(outcome: Outcome): boolean {
  return FINISHED.has(outcome.kind);
}

const FINISHED: ReadonlySet<OutcomeKind> = new Set(['opened', 'updated', 'tests_failed']);

function checkDuplicate(
  record: PatchRecord,
  { run, now }: Encounter,
): Extract<Outcome, { kind: 'duplicate' }> | null {
  const link = record.pullRequest === undefined ? {} : { pullRequest: record.pullRequest };
  if (record.outcome !== undefined) {
    return isFinished(record.outcome) ? { kind: 'duplicate', state: 'finished', ...link } : null;
  }
  const ownRun = record.run.id === run.id;
  const dead = new Date(record.deadline) <= now;
  return ownRun || dead ? null : { kind: 'duplicate', state: 'in_progress', ...link };
}

function checkPeople({ record, branch, pullRequest }: Encounter): Decision | null {
  if (branch !== null && !isOurs(branch, record)) {
    return conflict('branch_edited', pullRequest);
  }
  if (pullRequest?.state === 'closed' && record?.pullRequest?.number === pullRequest.number) {
    return conflict('pull_request_closed', pullRequest);
  }
  return null;
}

/** The branch stands where we left it. Before the first report only the tree is known, and tells as much. */
function isOurs(
  branch: { readonly oid: string; readonly tree: string },
  record: PatchRecord | null,
): boolean {
  return (
    record !== null &&
    (branch.oid === record.head || (record.head === undefined && branch.tree === record.tree))
  );
}

function conflict(
  reason: 'branch_edited' | 'pull_request_closed',
  pullRequest: Encounter['pullRequest'],
): Decision {
  const link = pullRequest ? { pullRequest: { number: pullRequest.number, url: pullRequest.url } } : {};
  return { kind: 'end', outcome: { kind: 'conflict', reason, paths: [], ...link } };
}
