import { tookBack } from '../../record/life.ts';
import type { Outcome } from '../../record/outcome.ts';
import { isAboutHead } from '../../record/proof.ts';
import { type PatchRecord, recordRef } from '../../record/record.ts';
import { withTurnedAway } from '../../record/turned-away.ts';
import { describeOutcome } from '../../report/sentence.ts';
import { formatStatus } from '../../report/status.ts';
import type { RecordStep } from '../control/earlier-step.ts';
import type { PatchState } from '../control/patch.ts';
import { sayStatus, spokenOf } from '../say-status.ts';
import { messageFor, viewFrom } from '../view.ts';
import type { WatchContext } from './context.ts';
import { restate } from './restate.ts';

/** What was merged may be taken back by the time that a pass sees it. */
export type AfterMerge = Extract<Outcome, { readonly kind: 'merged' | 'reverted' }>;

/** A pause holds a revision that came to no commit, so that its pull request goes on to show another one. */
export function holdsAnother(record: PatchRecord): boolean {
  return record.state === 'held' && !isAboutHead(record);
}

/**
 * Says of what a pull request showed that it was merged, below a revision that a pause holds: that is worked on after the
 * pause, as what comes after a merge. Both steps stand there at once, for what is held must be lost with no process that
 * dies in between. False: somebody else moved the record first.
 */
export async function settleBelow(
  context: WatchContext,
  state: PatchState,
  { origin, outcome }: { readonly origin: RecordStep; readonly outcome: AfterMerge },
): Promise<boolean> {
  const { repository, site } = context;
  const { recordCommit: from, texts } = state;
  const merged = mergedRecord(origin, outcome);
  const below = await repository.write({
    commits: {
      record: { tree: origin.tree, parents: [from.oid], message: () => messageFor(site, null)(merged) },
    },
    refs: [],
  });
  const parent = below.ok ? below.commits['record']?.oid : undefined;
  if (parent === undefined) {
    return false;
  }
  const record: PatchRecord = { ...state.record, mergedBefore: outcome.pullRequest.number };
  const written = await repository.write({
    commits: {
      record: { tree: from.tree, parents: [parent], message: () => messageFor(site, texts)(record) },
    },
    refs: [{ ref: recordRef(record.id), before: from.oid, after: { commit: 'record' } }],
  });
  const at = written.ok ? written.commits['record'] : undefined;
  if (at === undefined) {
    return false;
  }
  await sayMerged(context, state, merged);
  const now = { ...state, record, recordCommit: { ...from, ...at } };
  await restate(context, now, { record, message: true, status: false });
  return true;
}

/** As where it was merged before anything else was delivered. */
function mergedRecord({ record }: RecordStep, outcome: AfterMerge): PatchRecord {
  const { tests: _, ...made } = record;
  const { number, url } = outcome.pullRequest;
  return { ...made, state: 'done', pullRequest: { number, url }, outcome };
}

/** The next step of its record is about another commit, so that nobody asks after this one again. */
async function sayMerged(
  { forge, site }: WatchContext,
  { pullRequest }: PatchState,
  record: PatchRecord,
): Promise<void> {
  const sha = spokenOf(record, pullRequest);
  if (sha !== undefined) {
    const status = formatStatus(viewFrom(site, record, null));
    await sayStatus(forge, { sha, record, status }).catch(() => undefined);
  }
}

/**
 * The state of a record whose held revision is to be told that it has no place there: what is merged took another patch
 * back, and goes on to say so. null: it may stay.
 */
export function withoutHeld(
  state: PatchState,
  { origin, outcome }: { readonly origin: RecordStep; readonly outcome: AfterMerge },
): PatchState | null {
  if (!tookBack(mergedRecord(origin, outcome))) {
    return null;
  }
  const { digest, title, run, startedAt: at } = state.record;
  const { pullRequest } = outcome;
  const why: Outcome = { kind: 'conflict', reason: 'took_back', paths: [], pullRequest };
  const one = { digest, title, run, at, outcome: why };
  return { ...state, record: withTurnedAway(state.record, one, describeOutcome(why)) ?? state.record };
}
