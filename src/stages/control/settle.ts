import { isOurs } from '../../record/life.ts';
import type { Outcome } from '../../record/outcome.ts';
import { isTakenFromReview, proofOf, speaksOfHead } from '../../record/proof.ts';
import type { PatchRecord } from '../../record/record.ts';
import { mergeWarnings } from '../../record/warnings.ts';
import { formatStatus } from '../../report/status.ts';
import type { PatchView } from '../../report/view.ts';
import { MAX_ROUNDS } from '../context.ts';
import { keepTold } from '../keep-told.ts';
import { ownPullRequest } from '../own-pull-request.ts';
import { isOwnUnseen, isShownElsewhere } from '../patch-snapshot.ts';
import type { Oid } from '../ports.ts';
import { demotePullRequest } from '../proposal.ts';
import { STATUS_UNSAID, sayStatus, spokenOf } from '../say-status.ts';
import { branchRef } from '../standing.ts';
import { tell } from '../tell.ts';
import { nextStep } from '../transactions.ts';
import { messageFor, viewFrom } from '../view.ts';
import type { ControlContext } from './context.ts';
import { findHead } from './find-head.ts';
import { configOf, type PatchState, readPatchState } from './patch.ts';

/** How a record ends from outside of its own run. */
export type Settlement = {
  readonly outcome: Outcome;
  /** Takes the branch away in the same step, where it is as we left it and no pull request shows it. */
  readonly withdraw?: boolean;
};

export type Settled =
  | { readonly kind: 'settled'; readonly record: PatchRecord }
  /** The decision was that nothing is to be done; `record` is how it stands. */
  | { readonly kind: 'left'; readonly record: PatchRecord }
  | { readonly kind: 'unknown' | 'unreadable' | 'raced' };

/**
 * Settles a record as `decide` says of it, and then says so everywhere: status, message, pull request. When somebody
 * moves the record in between, it is read and decided anew. `decide` answers null where nothing is to be done.
 */
export async function settle(
  context: ControlContext,
  id: string,
  decide: (state: PatchState) => Settlement | null,
): Promise<Settled> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const state = await readPatchState(context.repository, id);
    if (typeof state === 'string') {
      return { kind: state };
    }
    const settlement = decide(state);
    if (settlement === null) {
      return { kind: 'left', record: state.record };
    }
    const record = await writeSettlement(context, state, settlement);
    if (record !== 'moved') {
      return { kind: 'settled', record };
    }
  }
  return { kind: 'raced' };
}

/** The record's next step from outside of its run, where it keeps what it does not say anew. */
export async function writeStep(
  context: ControlContext,
  state: PatchState,
  step: {
    readonly record: PatchRecord;
    readonly guards?: readonly { readonly ref: string; readonly oid: Oid | null }[];
    readonly remove?: { readonly ref: string; readonly oid: Oid };
  },
): Promise<{ readonly oid: Oid; readonly tree: Oid } | 'moved'> {
  const result = await context.repository.write(
    nextStep({ from: state.recordCommit, recordMessage: messageFor(context.site, state.texts), ...step }),
  );
  return (result.ok ? result.commits['record'] : undefined) ?? 'moved';
}

async function writeSettlement(
  context: ControlContext,
  given: PatchState,
  { outcome, withdraw = false }: Settlement,
): Promise<PatchRecord | 'moved'> {
  const head = given.record.head ?? (await findHead(context, given));
  const state = head === undefined ? given : { ...given, record: { ...given.record, head } };
  const shown = ownPullRequest(state);
  const { branch } = state;
  // What came to no commit leaves the branch as an attempt before it had made it, which may be merged.
  const isShown = shown !== null || isOwnUnseen(state.snapshot) || isShownElsewhere(state.snapshot);
  const kept = isShown || state.record.plan === undefined;
  const removed = withdraw && !kept && branch !== null && isOurs(branch, state.record);
  const record = settledRecord(state, { outcome, removed });
  const written = await writeStep(context, state, {
    record,
    ...(removed ? { remove: { ref: branchRef(record.id), oid: branch.oid } } : {}),
  });
  if (written === 'moved') {
    return 'moved';
  }
  const final = await sayEverywhere(context, state, record);
  const isNew = final.slack?.shown !== record.slack?.shown || final.warnings.length > record.warnings.length;
  if (isNew || final.slack !== undefined) {
    // Where the message stands and what it shows is a convenience; the outcome is kept already.
    const step = { from: written, record: final, texts: state.texts, isNew };
    await keepTold(context, step).catch(() => undefined);
  }
  return final;
}

function settledRecord(
  state: PatchState,
  { outcome, removed }: { readonly outcome: Outcome; readonly removed: boolean },
): PatchRecord {
  const { head: _head, tests: _tests, withdrawn: _withdrawn, ...known } = state.record;
  // One that was merged before anybody saw it open is known from that only.
  const shown = ownPullRequest(state) ?? (outcome.kind === 'merged' ? outcome.pullRequest : null);
  // Where it is opened again, or nobody cares that it was closed, what it shows is what it was.
  const proof = isTakenFromReview(outcome) ? proofOf(state.record) : null;
  return {
    ...known,
    ...(proof === null ? {} : { proof }),
    ...commitOf(state.record, removed),
    ...(shown === null ? {} : { pullRequest: { number: shown.number, url: shown.url } }),
    state: 'done',
    outcome,
  };
}

/** What was taken away is the head again where it was merged all the same. */
function commitOf(
  { head, withdrawn = head }: PatchRecord,
  removed: boolean,
): Pick<PatchRecord, 'head' | 'withdrawn'> {
  if (head !== undefined && !removed) {
    return { head };
  }
  return withdrawn === undefined ? {} : { withdrawn };
}

/** Status, message and pull request; what could not be told is a warning in the record. */
async function sayEverywhere(
  context: ControlContext,
  state: PatchState,
  record: PatchRecord,
): Promise<PatchRecord> {
  const view = viewFrom(context.site, record, state.texts);
  const sha = spokenOf(record, state.pullRequest);
  const [told, status, demoted] = await Promise.all([
    tell(context, configOf(state.snapshot)?.slack?.channel, view, state.record),
    sha === undefined || !speaksOfHead(record) ? undefined : setStatus(context, sha, view),
    demote(context, state, record),
  ]);
  return {
    ...record,
    ...(told.slack === undefined ? {} : { slack: told.slack }),
    warnings: mergeWarnings(record.warnings, [told.warning, status, ...demoted]),
  };
}

async function setStatus({ forge }: ControlContext, sha: Oid, view: PatchView): Promise<string | undefined> {
  try {
    await sayStatus(forge, { sha, record: view.record, status: formatStatus(view) });
    return undefined;
  } catch (error) {
    return `${STATUS_UNSAID}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A pull request that shows what nobody has a verdict on says so, as a draft. */
async function demote(
  context: ControlContext,
  state: PatchState,
  record: PatchRecord,
): Promise<readonly string[]> {
  const { snapshot, texts: patch } = state;
  const shown = ownPullRequest(state);
  const ended = record.outcome?.kind === 'canceled' || record.outcome?.kind === 'crashed';
  const { tests } = proofOf(record) ?? { tests: 'none' };
  return ended && tests === 'none' && shown?.state === 'open'
    ? await demotePullRequest({ context, snapshot, patch, handover: NO_DECORATION }, record, shown)
    : [];
}

const NO_DECORATION = { labels: [], reviewers: [] };
