import { pullRequestOf } from '../record/proof.ts';
import { branchName, CONTROL_REF, type PatchRecord, RECORD_REFS, recordRef } from '../record/record.ts';
import type { PullRequestState, ReadRequest, Repository, Snapshot } from './ports.ts';
import { branchRef, readPrevious } from './standing.ts';

/** What one decision about a patch needs, control, its record and its branch among it. */
export type PatchSnapshot = Snapshot & {
  /** Its own pull request; null: it has none. undefined: nobody could tell. */
  readonly pullRequest?: PullRequestState | null;
};

export async function readPatchSnapshot(
  repository: Repository,
  id: string,
  request: Omit<ReadRequest, 'refs' | 'anyRefUnder' | 'pullRequestsFrom'>,
): Promise<PatchSnapshot> {
  const snapshot = await repository.read({
    ...request,
    refs: [CONTROL_REF, recordRef(id), branchRef(id)],
    anyRefUnder: RECORD_REFS,
    pullRequestsFrom: { branch: branchName(id), named: (refs) => numberOf(readRecord({ refs }, id)) },
  });
  const { pullRequests } = snapshot;
  return pullRequests === undefined
    ? snapshot
    : withOwn(snapshot, findOwn({ ...snapshot, pullRequests }, readRecord(snapshot, id)));
}

/** Whether the pull request that the record names was asked for and not seen, so that nobody knows what became of it. */
export function isOwnUnseen({ pullRequest, pullRequests }: PatchSnapshot): boolean {
  return pullRequests !== undefined && pullRequest === undefined;
}

/** Whether a pull request that is not the patch's own shows its branch, so that GitHub would close it with the branch. */
export function isShownElsewhere(snapshot: PatchSnapshot): boolean {
  const { pullRequest, pullRequests = [], morePullRequests = false } = snapshot;
  const others = pullRequests.filter(({ number }) => number !== pullRequest?.number);
  return morePullRequests || others.some(({ state }) => state === 'open');
}

function withOwn(snapshot: Snapshot, pullRequest: PullRequestState | null | undefined): PatchSnapshot {
  return pullRequest === undefined ? snapshot : { ...snapshot, pullRequest };
}

/**
 * Anybody may open another pull request from the patch's branch, onto a release for instance: the patch's own is the one
 * that its record names. Where it names none, a process may have died that had just opened it, onto the patch's base and
 * after the one that was merged before, if any; else it is that one. A person's own takes its place by a merge alone.
 * undefined: the one that is named is not seen, and the record, which names what was opened, is not wrong for that.
 */
function findOwn(
  { pullRequests, namedElsewhere, defaultBranch }: Snapshot & Required<Pick<Snapshot, 'pullRequests'>>,
  record: PatchRecord | null,
): PullRequestState | null | undefined {
  const named = numberOf(record);
  if (named !== undefined) {
    return pullRequests.find(({ number }) => number === named) ?? (namedElsewhere ? null : undefined);
  }
  const base = record?.base?.branch ?? defaultBranch;
  const { mergedBefore = 0 } = record ?? {};
  const justOpened = pullRequests.find(
    (one) => one.base === base && one.number > mergedBefore && (one.byUs || one.state === 'merged'),
  );
  return justOpened ?? pullRequests.find(({ number }) => number === mergedBefore) ?? null;
}

function numberOf(record: PatchRecord | null): number | undefined {
  return record === null ? undefined : pullRequestOf(record)?.number;
}

function readRecord(snapshot: Pick<Snapshot, 'refs'>, id: string): PatchRecord | null {
  const record = readPrevious(snapshot, id);
  return record === 'unreadable' ? null : record;
}
