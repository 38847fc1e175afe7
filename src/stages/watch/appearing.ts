import { proofOf, pullRequestOf } from '../../record/proof.ts';
import { branchName, type PatchRecord } from '../../record/record.ts';
import type { PullRequestFacts } from '../control/ports.ts';
import { readPatchSnapshot } from '../patch-snapshot.ts';
import { isThorough, type WatchContext } from './context.ts';
import { type Facts, type Readable, readable } from './facts.ts';
import { firstly, type Known, lookEach, type Seen } from './look-closely.ts';

/**
 * Whether a pull request may still appear that this record does not know: it was given up while it was made, and GitHub
 * may do what it was asked for after it said that it had not, or after whoever asked was gone. Where there was to be none,
 * for want of a pass, a person may open one of their own. A delivery that came to nothing may have ended since.
 */
export function mayAppear({ record: listed, at }: Readable, now: Date): boolean {
  const record = withCommit(listed);
  const { state, head } = record;
  const { tests = 'passed' } = proofOf(record) ?? {};
  const left = tests !== 'passed' || wasTested(record);
  const young = hoursSince(at.committedAt, now) < APPEARING_HOURS;
  return young && state === 'done' && left && pullRequestOf(record) === undefined && head !== undefined;
}

/** The record with its commit as its head: what was taken away without a verdict may have been merged at that moment. */
export function withCommit(record: PatchRecord): PatchRecord {
  const { head, withdrawn = head } = record;
  return head === undefined && withdrawn !== undefined ? { ...record, head: withdrawn } : record;
}

/** GitHub itself is back from its worst days by then. */
const APPEARING_HOURS = 72;

/** Its own record knows the verdict, so that the work can be done to its end. */
export function wasTested({ outcome }: PatchRecord): boolean {
  return outcome?.kind === 'crashed' && outcome.tests !== undefined;
}

/** The one that has appeared, and shows what the record says. People may have others from the same branch; a merge counts. */
export function findAppeared(
  { pullRequests, defaultBranch }: Pick<Facts, 'pullRequests' | 'defaultBranch'>,
  { record }: Readable,
  state: PullRequestFacts['state'] = 'open',
): PullRequestFacts | undefined {
  const base = record.base?.branch ?? defaultBranch;
  const shown = state === 'merged' ? withCommit(record) : record;
  return [...pullRequests.values()]
    .filter((seen) => seen !== null)
    .filter((seen) => seen.byUs || seen.state === 'merged')
    .filter((seen) => seen.number !== record.mergedBefore)
    .find((seen) => seen.state === state && seen.base.branch === base && showsHead(seen, shown));
}

/** What people push to it is theirs. */
export function showsHead({ head }: PullRequestFacts, record: PatchRecord): boolean {
  return head.sameRepository && head.branch === branchName(record.id) && head.sha === record.head;
}

/** What one has to know to look at pull requests. */
export type PullRequestsKnown = Pick<Known, 'records' | 'now' | 'occasion' | 'defaultBranch'>;

/** Those that appeared and were merged before anybody saw them: the list of open ones has them no more. */
export async function readMergedUnseen(
  { repository, conversation }: WatchContext,
  { records, now, occasion, defaultBranch }: PullRequestsKnown,
  open: Facts['pullRequests'],
): Promise<Seen<string, PullRequestFacts | null>> {
  const isMeant = ({ record }: Readable) => withCommit(record).head === occasion.sha;
  const wanted = readable(records).filter(
    (listed) =>
      mayAppear(listed, now) &&
      (isMeant(listed) || (isThorough(occasion) && hoursSince(listed.at.committedAt, now) < MERGING_HOURS)) &&
      findAppeared({ pullRequests: open, defaultBranch }, listed) === undefined,
  );
  return await lookEach(
    firstly(wanted, isMeant),
    ({ id }) => id,
    async ({ id }) => {
      const { pullRequest } = await readPatchSnapshot(repository, id, {});
      return [
        id,
        pullRequest?.state === 'merged' ? await conversation.pullRequest(pullRequest.number) : null,
      ];
    },
  );
}

/** More schedules than GitHub drops in a row. */
const MERGING_HOURS = 6;

function hoursSince(time: string, now: Date): number {
  return (now.getTime() - Date.parse(time)) / 3_600_000;
}
