import { slugId } from '../patch/id.ts';
import { commandMinutes } from '../policy/commands.ts';
import { formatKeptBeside, keptBeside } from '../record/kept-beside.ts';
import type { Outcome } from '../record/outcome.ts';
import { proofOf } from '../record/proof.ts';
import type { PatchRecord, Reading, RunRef } from '../record/record.ts';
import { successorOf } from '../record/successor.ts';
import { isTurnedAwayWarning, mergeWarnings } from '../record/warnings.ts';
import { shortSha } from '../report/view.ts';
import { chooseLabels } from './labels.ts';
import type { Ending, Writing } from './plan.ts';
import { readingOf } from './reading.ts';
import type { Received } from './received.ts';
import { STATUS_UNSAID } from './say-status.ts';
import { isCarried, whoSent } from './senders.ts';
import { tolerancesOf } from './tolerances.ts';

/** One delivery being worked on: what a new record says of it besides its outcome. */
export type Attempt = {
  readonly received: Received;
  /** GitHub login. */
  readonly sender: string;
  readonly run: RunRef;
  readonly startedAt: Date;
  readonly now: Date;
};

/** The record of a patch whose branch is written with it. */
export function appliedRecord(work: Attempt, plan: Writing): PatchRecord {
  const { config, patch, base } = plan;
  const deadline = new Date(
    work.startedAt.getTime() +
      (config.test['timeout-minutes'] + commandMinutes(plan.commands) + MARGIN_MINUTES) * 60_000,
  );
  const notDone = shortened(plan.notDone, 'more requests');
  const reading = readingOf(work.received, plan.previous);
  return {
    ...newRecord(work, plan),
    state: 'applied',
    deadline: deadline.toISOString(),
    base: { branch: base.branch, sha: base.sha },
    ...replacedBy(plan.previous, unsaidOf(plan.previous)),
    plan: {
      changes: plan.summary,
      notes: [
        ...reading.repairs,
        ...shortened(plan.readingNotes, 'more repairs'),
        ...driftNote(plan),
        ...shortened(tolerancesOf(plan.hunks), 'more hunks of this kind'),
      ],
      ...(notDone.length === 0 ? {} : { notDone }),
      labels: [...new Set([...config.labels, ...chooseLabels(config, patch).granted])],
      reviewers: [...new Set([...config.reviewers, ...policyReviewers(plan), ...patch.reviewers])],
      draft: patch.draft,
      ...(plan.commands.length === 0 ? {} : { commands: plan.commands.map(({ name }) => name) }),
      ...(plan.reviews.length === 0 ? {} : { reviews: plan.reviews }),
      ...(config['on-test-failure'] === 'none' ? { onTestFailure: 'none' } : {}),
    },
    ...(config.approval === 'required' || plan.reviews.length > 0 ? { approval: { required: true } } : {}),
    ...(patch.supersedes === undefined ? {} : { supersedes: slugId(patch.supersedes) }),
    ...takenBackBy(patch),
    ...carriedOver(plan.previous, ['pullRequest', 'slack']),
  };
}

/** A patch that takes a merge back is written for the commit of that merge. */
function takenBackBy({ reverts, base }: Writing['patch']): Pick<PatchRecord, 'revertOf' | 'revertOfMerge'> {
  return reverts === undefined
    ? {}
    : { revertOf: slugId(reverts), ...(base?.sha === undefined ? {} : { revertOfMerge: base.sha }) };
}

/** Commits whose statuses may wait for somebody, who will be nobody else after this attempt. */
function replacedBy(
  previous: PatchRecord | null,
  unsaid: readonly string[] = [],
): Pick<PatchRecord, 'replaced'> {
  const waiting = [...(previous?.replaced ?? []), ...ownWaiting(previous), ...unsaid];
  return waiting.length === 0 ? {} : { replaced: [...new Set(waiting)].slice(-MOST_REPLACED) };
}

/** More attempts than a run has by itself. */
const MOST_REPLACED = 8;

/**
 * An attempt without a verdict leaves its commits waiting: it has not ended, or was held, or nobody may have said so yet
 * when it ended. Without a plan the head is that of an attempt before. Nor may anybody have spoken of a commit that was
 * taken away.
 */
function ownWaiting(previous: PatchRecord | null): readonly string[] {
  if (previous === null) {
    return [];
  }
  const { plan, withdrawn } = previous;
  const waits = plan !== undefined && proofOf(previous)?.tests === 'none';
  return [...(waits ? commitsOf(previous) : []), ...(withdrawn === undefined ? [] : [withdrawn])];
}

/** What was proposed goes on waiting where GitHub did not take its status, and the branch moves on. */
function unsaidOf(previous: PatchRecord | null): readonly string[] {
  return previous === null || unsaidWarnings(previous).length === 0 ? [] : commitsOf(previous);
}

/** True of the commit until the branch moves on, whatever is delivered before that. */
function unsaidWarnings(previous: PatchRecord | null): readonly string[] {
  return previous?.warnings.filter((warning) => warning.startsWith(STATUS_UNSAID)) ?? [];
}

function commitsOf({ generated, head }: PatchRecord): readonly string[] {
  return [generated?.onto, head].filter((one) => one !== undefined);
}

/** Asked where a rule wants a review, beside those who are always asked. */
function policyReviewers({ config, reviews }: Writing): readonly string[] {
  return reviews.length === 0 ? [] : config.policy.reviewers;
}

/** The branch and what stands on it stay what they were: only the attempt failed. */
export function doneRecord(
  work: Attempt,
  plan: Pick<Ending, 'outcome' | 'base' | 'warnings'> & { readonly previous: PatchRecord | null },
  attempt: number,
): PatchRecord {
  const made = newRecord(work, { ...plan, attempt });
  return {
    ...made,
    state: plan.outcome.kind === 'held' ? 'held' : 'done',
    outcome: plan.outcome,
    warnings: mergeWarnings(made.warnings, [...unsaidWarnings(plan.previous), ...(plan.warnings ?? [])]),
    ...replacedBy(plan.previous),
    ...(plan.base === undefined ? {} : { base: plan.base }),
    ...carriedOver(plan.previous, ['base', 'tree', 'head', 'pullRequest', 'ci', 'slack']),
    ...proofBy(plan.previous),
  };
}

/** What stands at the branch is proven as it was, whatever became of this attempt. */
function proofBy(previous: PatchRecord | null): Pick<PatchRecord, 'proof'> {
  const proof = previous === null ? null : proofOf(previous);
  return proof === null ? {} : { proof };
}

/** What stands between a job's start and its report besides the tests: set-up steps, queueing, publishing. */
const MARGIN_MINUTES = 60;

function newRecord(
  work: Attempt,
  { attempt, previous, outcome }: Pick<Ending, 'attempt' | 'previous'> & { readonly outcome?: Outcome },
): Omit<PatchRecord, 'state'> {
  const { received, startedAt, sender } = work;
  const { again = false, sentFor = [] } = received;
  const same = previous?.digest === received.digest ? previous : null;
  // Another attempt is mostly sent from what is kept, which needs no such name.
  const fetched = same?.fetched ?? received.fetched;
  // Where a stop of whoever wants another attempt holds it, it waits for the end of that one too.
  const fromRecord = again && (outcome?.kind !== 'held' || isCarried(received, same));
  const seconds = Math.max(0, (work.now.getTime() - startedAt.getTime()) / 1000);
  return {
    version: 1,
    id: received.id,
    digest: received.digest,
    ...(fetched === undefined ? {} : { fetched }),
    title: received.title,
    ...whoSent(same, { sender, sentFor }, { fromRecord }),
    receivedAt: same?.receivedAt ?? startedAt.toISOString(),
    attempt,
    run: work.run,
    startedAt: startedAt.toISOString(),
    deadline: startedAt.toISOString(),
    steps: [{ stage: 'apply', at: startedAt.toISOString(), seconds }],
    warnings: (same?.warnings ?? []).filter(isTurnedAwayWarning),
    ...untoldSince(previous),
    ...mergedBefore(previous),
    // Whoever sent it may not have been told yet.
    ...carriedOver(previous, ['turnedAway']),
    ...besideOthers(same),
    ...told(readingOf(received, previous)),
  };
}

function told(reading: Reading): Pick<PatchRecord, 'reading'> {
  return reading.repairs.length + reading.notDone.length === 0 ? {} : { reading };
}

/** The one message of a patch is that of any of its attempts. */
function untoldSince(previous: PatchRecord | null): Pick<PatchRecord, 'untoldSince'> {
  return previous === null || previous.slack !== undefined
    ? {}
    : { untoldSince: previous.untoldSince ?? previous.receivedAt };
}

/** Where it is worked on once more after another patch had taken its place, a person has opened its pull request again. */
function besideOthers(previous: PatchRecord | null): Pick<PatchRecord, 'keptBeside'> {
  const by = [previous === null ? undefined : successorOf(previous)].filter((id) => id !== undefined);
  return formatKeptBeside([...keptBeside(previous ?? {}), ...by]);
}

/** What came of a pull request that was merged is said; this attempt has nothing to do with it. */
function mergedBefore(previous: PatchRecord | null): Pick<PatchRecord, 'mergedBefore'> {
  const { outcome, pullRequest, mergedBefore: earlier } = previous ?? {};
  const isMerged = outcome?.kind === 'merged' || outcome?.kind === 'reverted';
  const number = isMerged ? pullRequest?.number : earlier;
  return number === undefined ? {} : { mergedBefore: number };
}

function carriedOver<Key extends keyof PatchRecord>(
  previous: PatchRecord | null,
  keys: readonly Key[],
): Partial<Pick<PatchRecord, Key>> {
  const kept: Partial<Pick<PatchRecord, Key>> = {};
  for (const key of keys) {
    if (previous?.[key] !== undefined) {
      kept[key] = previous[key];
    }
  }
  return kept;
}

/** The reviewer sees lines that neither the patch nor the branch had together before. */
function driftNote({ drift, base }: Writing): readonly string[] {
  if (drift === null) {
    return [];
  }
  const { paths, since } = drift;
  const more = paths.length - MAX_DRIFTED;
  const names = [...paths.slice(0, MAX_DRIFTED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return [
    `Merged with newer changes on ${base.branch}: ${names} changed there since ${shortSha(since)}, the commit that the patch was written for`,
  ];
}

/** Enough to know where to look. */
const MAX_DRIFTED = 5;

/** Enough to see a pattern; each hunk stands in the apply stage's own report. */
const MAX_NOTES = 20;

function shortened(notes: readonly string[], others: string): readonly string[] {
  const more = notes.length - MAX_NOTES;
  return more > 0 ? [...notes.slice(0, MAX_NOTES), `And ${more} ${others}`] : notes;
}
