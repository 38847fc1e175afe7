import { proofOf, pullRequestOf } from '../../record/proof.ts';
import { branchName, type PatchRecord, type Proof } from '../../record/record.ts';
import { findMade } from '../control/earlier-step.ts';
import type { PullRequestFacts } from '../control/ports.ts';
import type { Oid } from '../ports.ts';
import { isThorough, type WatchContext } from './context.ts';
import { type Facts, isUnderWay, type PutBack, type Readable, readable } from './facts.ts';
import { type Known, lookEach, type Seen } from './look-closely.ts';

/**
 * What the pull requests show that have lately come to show another commit than the one on record, by the id of the
 * patch. null: that commit is a person's own.
 */
export async function readPutBack(
  context: WatchContext,
  { records, now, occasion }: Pick<Known, 'records' | 'now' | 'occasion'>,
  pullRequests: Facts['pullRequests'],
): Promise<Seen<string, PutBack | null>> {
  const hours = isThorough(occasion) ? MOVED_HOURS : JUST_MOVED_HOURS;
  const wanted = readable(records).flatMap(({ id, record }) => {
    const seen = pullRequests.get(pullRequestOf(record)?.number ?? 0);
    if (isUnderWay(record) || !showsAnother(seen, record)) {
      return [];
    }
    const isMeant = occasion.sha === seen.head.sha;
    const isYoung = now.getTime() - Date.parse(seen.updatedAt) < hours * 3_600_000;
    return isMeant || isYoung ? [{ id, head: seen.head.sha }] : [];
  });
  return await lookEach(
    wanted,
    ({ id }) => id,
    async (shown) => {
      const record = await findRevision(context, shown);
      return [shown.id, record === null ? null : { attempt: record.attempt, tests: testsOf(record) }];
    },
  );
}

/** More schedules than GitHub drops in a row. */
const MOVED_HOURS = 6;

/** On an event, which comes as soon as a branch has moved. */
const JUST_MOVED_HOURS = 0.5;

function showsAnother(
  seen: PullRequestFacts | null | undefined,
  { id, head }: Readable['record'],
): seen is PullRequestFacts {
  return (
    seen?.state === 'open' &&
    seen.head.sameRepository &&
    seen.head.branch === branchName(id) &&
    seen.head.sha !== head
  );
}

/** The revision of a patch that made a commit, as it stood when it had its end. null: none of ours made it. */
export async function findRevision(
  context: Pick<WatchContext, 'ledger'>,
  shown: { readonly id: string; readonly head: Oid },
): Promise<PatchRecord | null> {
  const commit = await context.ledger.commit(shown.head);
  // What people commit costs no more than this one request.
  if (commit === null || !commit.message.includes('Ghost-Digest: ')) {
    return null;
  }
  const step = await findMade(context, shown);
  return step?.record ?? null;
}

/** A revision whose place another one took before it had an end has no verdict. */
export function testsOf(revision: PatchRecord): Proof['tests'] {
  return proofOf(revision)?.tests ?? 'none';
}
