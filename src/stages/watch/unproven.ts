import { branchName, type PatchRecord } from '../../record/record.ts';
import { NO_DRAFTS } from '../proposal.ts';
import type { Action } from './action.ts';
import { type Facts, type Readable, stopOf } from './facts.ts';

/**
 * Whether a pull request may still appear that this record does not know: it was given up while it was made, and GitHub
 * may do what it was asked for after it said that it had not, or after whoever asked was gone.
 */
export function mayAppear({ record, at }: Readable, now: Date): boolean {
  const { state, outcome, pullRequest, head } = record;
  const young = now.getTime() - Date.parse(at.committedAt) < APPEARING_HOURS * 3_600_000;
  const tested = outcome?.kind === 'crashed' && outcome.tests !== undefined;
  return young && state === 'done' && tested && pullRequest === undefined && head !== undefined;
}

/** GitHub itself is back from its worst days by then. */
const APPEARING_HOURS = 72;

/** A pull request that is there has an outcome of its own, whatever was said before. */
export function givenUp(facts: Facts, listed: Readable): Action | null {
  const { id, record, at } = listed;
  // Whatever is stopped stays as it is; the next pass after that sees it again.
  if (!mayAppear(listed, facts.now) || stopOf(facts) !== null) {
    return null;
  }
  // No more are listed than a thousand, and few are given up.
  const appeared = [...facts.pullRequests.values()].some(
    (seen) =>
      seen?.state === 'open' &&
      seen.head.sameRepository &&
      seen.head.branch === branchName(id) &&
      seen.head.sha === record.head,
  );
  return appeared ? { kind: 'adopt', id, at: at.oid } : null;
}

/** Whoever was to make it a draft may have died, or was not heard. What people push is theirs. */
export function unproven({ pullRequests }: Facts, { id, record, at }: Readable): Action | null {
  const { state, pullRequest, head } = record;
  const seen = pullRequest === undefined ? undefined : pullRequests.get(pullRequest.number);
  const ready =
    seen?.state === 'open' &&
    !seen.draft &&
    seen.head.sameRepository &&
    seen.head.branch === branchName(id) &&
    seen.head.sha === head;
  return ready && state === 'done' && isUnproven(record) && !isWithoutDrafts(record)
    ? { kind: 'demote', id, at: at.oid }
    : null;
}

/** What broke, or was stopped, before the branch moved leaves what was proven before. */
function isUnproven({ outcome, plan }: PatchRecord): boolean {
  return (
    outcome?.kind === 'canceled' ||
    outcome?.kind === 'timed_out' ||
    (outcome?.kind === 'crashed' && outcome.stage !== 'apply') ||
    (outcome?.kind === 'halted' && plan !== undefined)
  );
}

function isWithoutDrafts({ warnings }: PatchRecord): boolean {
  return warnings.some((warning) => warning.startsWith(NO_DRAFTS));
}
