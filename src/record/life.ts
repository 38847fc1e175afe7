import type { ConflictReason, Outcome, OutcomeKind, PullRequestRef } from './outcome.ts';
import type { PatchRecord, RunRef } from './record.ts';
import { laterRevertIdOf, revertIdOf } from './revert-names.ts';
import { successorOf } from './successor.ts';

/** What a delivery meets in the repository. */
export type Encounter = {
  readonly digest: string;
  readonly run: RunRef;
  readonly now: Date;
  /** A person asked for another attempt, so that what is finished is no duplicate. */
  readonly retry?: boolean;
  /** It was sent from its record. */
  readonly again?: boolean;
  /** Another revision is on its way before it, so that what is on record will be so no more. */
  readonly behind?: boolean;
  readonly record: PatchRecord | null;
  /** The commit at the branch ref `ghost/<id>` now; null: it does not exist. */
  readonly branch: BranchCommit | null;
  /** The one that is, or may be, its own; null: there is none. undefined: nobody could tell. */
  readonly pullRequest?: {
    readonly number: number;
    readonly url: string;
    readonly state: 'open' | 'closed' | 'merged';
  } | null;
};

export type BranchCommit = { readonly oid: string; readonly tree: string; readonly message: string };

export type Decision =
  /** Work on it as this attempt. */
  | { readonly kind: 'start'; readonly attempt: number }
  | { readonly kind: 'end'; readonly outcome: Extract<Outcome, { readonly kind: 'duplicate' | 'conflict' }> };

/**
 * Is this delivery worked on, and as which attempt?
 *
 * - The same digest again: dropped when the former delivery *finished* or is still under way elsewhere; worked
 *   on again when it failed, died, was held or canceled, belongs to this very run, or when a person asked for it.
 *   A patch that was held was not worked on, so its attempt is still to come. Behind a revision that is on its way it is
 *   another one after that, however it stands now.
 * - Another digest under the same id is a revision, and worked on even while the former is tested, whose run then
 *   steps aside; but not while its pull request is being made, for that would show one revision as tested that is
 *   another.
 * - What we send once more from its record is worked on while that is about it, and a run that is started again only
 *   while no later one has put another revision on record. That may have waited for its turn, and is the newer one.
 * - The revert of another patch keeps its id for good once it is merged.
 * - Nothing is worked on over a person's head: a commit on the branch that is not ours, or a pull request that
 *   somebody closed, ends it; so does one that we closed because another patch took its place.
 */
export function decideDelivery(encounter: Encounter): Decision {
  const { record, digest, behind = false } = encounter;
  if (record !== null && record.digest !== digest && isOlder(record, encounter)) {
    return conflict('revised', record.pullRequest);
  }
  if (record !== null && record.digest !== digest && tookBack(record)) {
    return conflict('took_back', record.pullRequest);
  }
  if (record !== null && record.digest === digest && !behind) {
    const duplicate = checkDuplicate(record, encounter);
    if (duplicate !== null) {
      return { kind: 'end', outcome: duplicate };
    }
  }
  const busy = record !== null && record.state === 'publishing' && isLive(record, encounter);
  return (
    (busy ? conflict('publishing', encounter.pullRequest) : checkPeople(encounter)) ?? {
      kind: 'start',
      attempt: nextAttempt(record),
    }
  );
}

/** What the record is about came after this. */
function isOlder(record: PatchRecord, { run, again = false }: Encounter): boolean {
  // Runs are numbered in the order in which they began, and keep their numbers when they are started again.
  return again || (run.attempt > 1 && record.run.id > run.id);
}

/**
 * Whether the record must stay as it is: what became of the patch that it took back is known from its record only. Anybody
 * may say that a patch is a revert; those that are commanded have names of their own.
 */
export function tookBack({ id, revertOf, revertOfMerge = '', outcome }: PatchRecord): boolean {
  if (revertOf === undefined || outcome === undefined || !isMerged(outcome)) {
    return false;
  }
  return [revertIdOf(revertOf), laterRevertIdOf(revertOf, revertOfMerge)].includes(id);
}

/** A delivery with such an outcome has got its answer; any other may be sent again. */
export function isFinished(outcome: Pick<Outcome, 'kind'>): boolean {
  return FINISHED.has(outcome.kind);
}

/** Whether the same patch, sent so, is a duplicate of the one with this outcome. */
export function isAnswered(
  outcome: Pick<Outcome, 'kind'>,
  { retry = false, again = false }: Pick<Encounter, 'retry' | 'again'>,
): boolean {
  if (retry && !isMerged(outcome)) {
    return false;
  }
  // Somebody canceled it after we had sent it on, and before its run began.
  const called = again && outcome.kind === 'canceled';
  return isFinished(outcome) || called;
}

/** Another run works on it, and is not past its deadline. */
export function isLive(record: PatchRecord, { run, now }: Pick<Encounter, 'run' | 'now'>): boolean {
  const underWay = record.state === 'applied' || record.state === 'publishing';
  return underWay && record.run.id !== run.id && now < new Date(record.deadline);
}

/** The number under which the next delivery is worked on or put on record; one that was held before any work still has its own. */
export function nextAttempt(record: PatchRecord | null): number {
  if (record === null) {
    return 1;
  }
  return record.state === 'held' && record.plan === undefined ? record.attempt : record.attempt + 1;
}

const FINISHED: ReadonlySet<OutcomeKind> = new Set([
  'opened',
  'updated',
  'tests_failed',
  'merged',
  'closed',
  'reverted',
  'superseded',
]);

function checkDuplicate(
  record: PatchRecord,
  { run, now, retry = false, again = false }: Encounter,
): Extract<Outcome, { kind: 'duplicate' }> | null {
  const link = record.pullRequest === undefined ? {} : { pullRequest: record.pullRequest };
  if (record.outcome !== undefined) {
    return isAnswered(record.outcome, { retry, again }) && !isLeftBehind(record)
      ? { kind: 'duplicate', state: 'finished', ...link }
      : null;
  }
  return isLive(record, { run, now }) ? { kind: 'duplicate', state: 'in_progress', ...link } : null;
}

/** Its pull request was merged as it was before this revision, or after a person had put that back: nothing shows it. */
function isLeftBehind({ outcome, pullRequest, mergedBefore }: PatchRecord): boolean {
  const isShown =
    outcome?.kind === 'opened' || outcome?.kind === 'updated' || outcome?.kind === 'tests_failed';
  return isShown && pullRequest !== undefined && pullRequest.number === mergedBefore;
}

/** What is on the base branch is not worked on again, whoever asks; another attempt would hide what became of it. */
function isMerged({ kind }: Pick<Outcome, 'kind'>): boolean {
  return kind === 'merged' || kind === 'reverted';
}

function checkPeople({ record, branch, pullRequest }: Encounter): Decision | null {
  if (branch !== null && !isOurs(branch, record)) {
    return conflict('branch_edited', pullRequest);
  }
  if (pullRequest?.state === 'closed' && isOurPullRequest(record, pullRequest.number)) {
    const by = record === null ? undefined : successorOf(record);
    return conflict('pull_request_closed', pullRequest, by === undefined ? {} : { supersededBy: by });
  }
  return null;
}

/** Known as ours, or made by a run that died between making it and saying so. */
function isOurPullRequest(record: PatchRecord | null, number: number): boolean {
  return record?.pullRequest?.number === number || record?.state === 'publishing';
}

/** The branch stands where we left it. Before the first report the head is not known, but what we committed is. */
export function isOurs(branch: BranchCommit, record: PatchRecord | null): boolean {
  if (record === null) {
    return false;
  }
  const asMade = branch.tree === record.tree && branch.message.includes(`Ghost-Digest: ${record.digest}`);
  return branch.oid === record.head || (record.head === undefined && asMade);
}

function conflict(
  reason: ConflictReason,
  pullRequest: PullRequestRef | null | undefined,
  more: { readonly supersededBy?: string } = {},
): Decision {
  const link = pullRequest ? { pullRequest: { number: pullRequest.number, url: pullRequest.url } } : {};
  return { kind: 'end', outcome: { kind: 'conflict', reason, paths: [], ...link, ...more } };
}
