import { APPROVAL_LABEL } from '../../record/approval.ts';
import { keptBeside } from '../../record/kept-beside.ts';
import { mergedOutcome, type Outcome } from '../../record/outcome.ts';
import {
  lacksApproval,
  mayComeBack,
  proofOf,
  pullRequestOf,
  senderOfHead,
  testsAt,
} from '../../record/proof.ts';
import { branchName, type PatchRecord } from '../../record/record.ts';
import type { PullRequestFacts } from '../control/ports.ts';
import { NO_DRAFTS } from '../proposal.ts';
import { isOfSameSender } from '../senders.ts';
import type { Action } from './action.ts';
import { findAppeared, mayAppear, withCommit } from './appearing.ts';
import { isCanary } from './canary.ts';
import { awaitsPeople, type Facts, type Readable, readable } from './facts.ts';
import { outcomeAfter } from './outcome-after.ts';

/**
 * People merge and close pull requests, and nobody tells the record. What was closed may be opened again and merged, and
 * what is held is no news of what its pull request shows.
 */
export function pullRequestEnded({ pullRequests }: Facts, { id, record, at }: Readable): Action | null {
  const seen = seenPullRequest(record, pullRequests);
  const isOpen = seen === null || seen.state === 'open';
  const mayBeMerged = mayComeBack(record) || record.state === 'held';
  const isNews = awaitsPeople(record) || (mayBeMerged && seen?.merge != null);
  if (isOpen || !isNews) {
    return null;
  }
  const pullRequest = { number: seen.number, url: seen.url };
  const { merge } = seen;
  const outcome: Outcome =
    merge === null
      ? { kind: 'closed', pullRequest }
      : mergedOutcome(seen, merge, testsAt(record, seen.head.sha));
  return { kind: 'settle', id, at: at.oid, outcome, withdraw: false, resend: false };
}

/** One that was given up while it was made, and that somebody merged before any pass saw it open. */
export function mergedUnseen(facts: Facts, listed: Readable): Action | null {
  const { id, record, at } = listed;
  const seen = mayAppear(listed, facts.now) ? findAppeared(facts, listed, 'merged') : undefined;
  return seen?.merge == null
    ? null
    : {
        kind: 'settle',
        id,
        at: at.oid,
        outcome: mergedOutcome(seen, seen.merge, testsAt(withCommit(record), seen.head.sha)),
        withdraw: false,
        resend: false,
      };
}

export function pullRequestReopened({ pullRequests, records }: Facts, listed: Readable): Action | null {
  const { id, record, at } = listed;
  const open = seenPullRequest(record, pullRequests)?.state === 'open';
  if (!open || !mayComeBack(record)) {
    return null;
  }
  // Each of them would close it, whichever had done so before. What stands on record may be a delivery that came after
  // them and to nothing, so that neither its time nor its sender says whether they may.
  const newer = readable(records).filter(
    (one) => one.record.supersedes === id && isThere(one.record.outcome),
  );
  return { kind: 'reopen', id, at: at.oid, beside: newer.map((one) => one.id) };
}

/** However it ended, nobody is to review a canary. */
export function canaryToClose({ config, pullRequests }: Facts, { id, record, at }: Readable): Action | null {
  const path = config?.watch.canary?.path;
  const seen = seenPullRequest(record, pullRequests);
  return path !== undefined && isCanary(record, path) && awaitsPeople(record) && seen?.state === 'open'
    ? { kind: 'close_canary', id, at: at.oid, pullRequest: { number: seen.number, url: seen.url } }
    : null;
}

/** An approval is for one commit, and what nobody approved is a draft, also while its tests run or a pause holds it. */
export function approvalLost({ pullRequests }: Facts, { id, record, at }: Readable): Action | null {
  const seen = seenPullRequest(record, pullRequests);
  // Of what shows our commit, and did not pass, whoever looks for what is unproven makes a draft.
  const isUnproven =
    record.state === 'done' && seen?.head.sha === record.head && proofOf(record)?.tests !== 'passed';
  const lost = seen?.state === 'open' && !seen.draft && !isUnproven && lacksApproval(record, seen.head.sha);
  return lost && !isSaidByLabel(record, seen) ? { kind: 'redraft', id, at: at.oid } : null;
}

/** Where GitHub knows no drafts, the label is all that can be done. */
function isSaidByLabel({ warnings }: PatchRecord, { labels }: PullRequestFacts): boolean {
  return labels.includes(APPROVAL_LABEL) && warnings.some((warning) => warning.startsWith(NO_DRAFTS));
}

/**
 * A patch that has its own pull request takes the place of the one that it names, also after a merge; not where this
 * pass finds that somebody closed it. `actions` is what this pass does besides.
 */
export function supersession(
  { pullRequests }: Facts,
  newer: Readable,
  {
    byId,
    actions,
  }: { readonly byId: ReadonlyMap<string, Readable>; readonly actions: ReadonlyMap<string, Action> },
): Action | null {
  const older = byId.get(newer.record.supersedes ?? '');
  const [pullRequest, shown] = [newer.record.pullRequest, older?.record.pullRequest];
  if (
    older === undefined ||
    !mayReplace(newer, older) ||
    !isThere(outcomeAfter(newer, actions.get(newer.id))) ||
    !awaitsPeople(older.record) ||
    keptBeside(older.record).includes(newer.id) ||
    pullRequest === undefined ||
    shown === undefined ||
    !CLOSABLE.has(seenPullRequest(older.record, pullRequests)?.state)
  ) {
    return null;
  }
  const by = { id: newer.id, pullRequest };
  return { kind: 'supersede', id: older.id, at: older.at.oid, by, pullRequest: shown };
}

/**
 * Only one that came before it, so that two that name each other do not close each other; and one from the same sender,
 * because whoever may only send patches may not close those of others. Its sender is who sent what its pull request shows.
 */
function mayReplace({ record: newer }: Readable, { id, record: older }: Readable): boolean {
  const [of, by] = [senderOfHead(older), senderOfHead(newer)];
  const isOwn = of !== null && by !== null && isOfSameSender(of, by);
  return newer.supersedes === id && older.receivedAt < newer.receivedAt && isOwn;
}

/** Its pull request shows what was tested, or was merged. */
function isThere(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'opened' || outcome?.kind === 'updated' || outcome?.kind === 'merged';
}

/** One that is closed already may have been closed by us, just before a crash. */
const CLOSABLE: ReadonlySet<PullRequestFacts['state'] | undefined> = new Set(['open', 'closed']);

/** A number in a record proves nothing: the pull request must come from the patch's own branch. */
function seenPullRequest(record: PatchRecord, pullRequests: Facts['pullRequests']): PullRequestFacts | null {
  const { id } = record;
  const pullRequest = pullRequestOf(record);
  const seen = pullRequest === undefined ? undefined : pullRequests.get(pullRequest.number);
  return seen?.head.sameRepository === true && seen.head.branch === branchName(id) ? seen : null;
}
