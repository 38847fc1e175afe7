import { readControl } from '../../control/control.ts';
import { proofOf, pullRequestOf } from '../../record/proof.ts';
import type { PatchRecord } from '../../record/record.ts';
import { parsePullRequestMarker } from '../../report/pull-request.ts';
import type { PullRequestFacts } from '../control/ports.ts';
import { NO_DRAFTS } from '../proposal.ts';
import { whomOf } from '../standing.ts';
import type { Action } from './action.ts';
import { findAppeared, mayAppear, showsHead, wasTested } from './appearing.ts';
import { type Facts, type Readable, stopOf } from './facts.ts';

/** A pull request that is there has an outcome of its own, whatever was said before. */
export function givenUp(facts: Facts, listed: Readable): Action | null {
  const { id, record, at } = listed;
  // Whatever is stopped stays as it is; the next pass after that sees it again.
  if (!mayAppear(listed, facts.now) || !wasTested(record) || stopOf(facts) !== null) {
    return null;
  }
  // No more are listed than a thousand, and few are given up.
  return findAppeared(facts, listed) === undefined ? null : { kind: 'adopt', id, at: at.oid };
}

/**
 * Whoever was to make it a draft may have died, or was not heard, or nobody was to: what is asked is whether the commit
 * that it shows is proven, however the last attempt ended.
 */
export function unproven(facts: Facts, listed: Readable): Action | null {
  const { id, record, at } = listed;
  const appears = mayAppear(listed, facts.now) && !wasTested(record);
  const seen = appears
    ? findAppeared(facts, listed)
    : facts.pullRequests.get(pullRequestOf(record)?.number ?? 0);
  if (seen?.state !== 'open' || !showsHead(seen, record) || isTestedNext(facts, record)) {
    return null;
  }
  const { tests } = proofOf(record) ?? { tests: 'none' };
  const looksReady = !seen.draft && !isWithoutDrafts(record);
  const looksPassed = tests === 'none' && isAboutAnother(seen, record);
  return tests !== 'passed' && (looksReady || looksPassed) ? { kind: 'demote', id, at: at.oid } : null;
}

/** A person has put its branch back to an earlier commit of ours: what counts is the commit that it shows. */
export function putBack(facts: Facts, { id, record, at }: Readable): Action | null {
  const revision = facts.putBack.get(id);
  const seen = facts.pullRequests.get(pullRequestOf(record)?.number ?? 0);
  if (
    revision == null ||
    revision.tests === 'passed' ||
    seen?.state !== 'open' ||
    isTestedNext(facts, record)
  ) {
    return null;
  }
  const looksReady = !seen.draft && !isWithoutDrafts(record);
  return looksReady || isAboutAnother(seen, revision) ? { kind: 'demote', id, at: at.oid } : null;
}

/** While a pause keeps it from that, nobody knows for how long. */
function isTestedNext({ control, now, defaultBranch }: Facts, record: PatchRecord): boolean {
  const { state } = record;
  const stopped = readControl(control, now, whomOf(record, defaultBranch)).state !== 'running';
  return state !== 'done' && !(state === 'held' && stopped);
}

/** Its text tells what another attempt came to. One that a person has written anew says what they say. */
function isAboutAnother({ body }: PullRequestFacts, { attempt }: Pick<PatchRecord, 'attempt'>): boolean {
  const marker = parsePullRequestMarker(body);
  return marker !== null && marker.attempt !== attempt;
}

function isWithoutDrafts({ warnings }: PatchRecord): boolean {
  return warnings.some((warning) => warning.startsWith(NO_DRAFTS));
}
