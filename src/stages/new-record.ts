import type { HunkReport } from '../apply/report.ts';
import type { FileChange } from '../apply/tree.ts';
import type { Patch } from '../patch/schema.ts';
import type { Outcome } from '../record/outcome.ts';
import type { ChangeSummary, PatchRecord, RunRef } from '../record/record.ts';
import { countLines } from '../report/diffstat.ts';
import type { FileVersions } from '../report/unified-diff.ts';
import type { Writing } from './plan.ts';
import type { BaseState } from './ports.ts';
import type { Received } from './receive.ts';

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
    work.startedAt.getTime() + (config.test['timeout-minutes'] + MARGIN_MINUTES) * 60_000,
  );
  return {
    ...newRecord(work, plan.attempt),
    state: 'applied',
    deadline: deadline.toISOString(),
    base: { branch: base.branch, sha: base.sha },
    plan: {
      changes: plan.changes.map((change) => summarize(change, base)),
      notes: [...work.received.repairs, ...relocations(plan.hunks), ...notActedOn(patch)],
      labels: [...new Set([...config.labels, ...patch.labels])],
      reviewers: [...new Set([...config.reviewers, ...patch.reviewers])],
      draft: patch.draft,
    },
    ...carriedOver(plan.previous, ['pullRequest', 'slack']),
  };
}

/** The branch and what stands on it stay what they were: only the attempt failed. */
export function doneRecord(
  work: Attempt,
  plan: { readonly outcome: Outcome; readonly previous: PatchRecord | null },
  attempt: number,
): PatchRecord {
  return {
    ...newRecord(work, attempt),
    state: 'done',
    outcome: plan.outcome,
    ...carriedOver(plan.previous, ['base', 'tree', 'head', 'pullRequest', 'slack']),
  };
}

/** What stands between a job's start and its report besides the tests: set-up steps, queueing, publishing. */
const MARGIN_MINUTES = 60;

function newRecord(work: Attempt, attempt: number): Omit<PatchRecord, 'state'> {
  const { received, startedAt } = work;
  const seconds = Math.max(0, (work.now.getTime() - startedAt.getTime()) / 1000);
  return {
    version: 1,
    id: received.id,
    digest: received.digest,
    title: received.title,
    sender: work.sender,
    attempt,
    run: work.run,
    startedAt: startedAt.toISOString(),
    deadline: startedAt.toISOString(),
    steps: [{ stage: 'apply', at: startedAt.toISOString(), seconds }],
    warnings: [],
  };
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

function summarize(change: FileChange, base: BaseState): ChangeSummary {
  const { path, from, before, after } = versions(change, base);
  const { added, removed } = countLines(before, after);
  return { path, action: change.action, ...(from === undefined ? {} : { from }), added, removed };
}

/** A changed file as it was and as it will be. */
export function versions(change: FileChange, base: BaseState): FileVersions {
  const { path, from, bytes, action } = change;
  const before = action === 'create' ? null : (base.entries.get(from ?? path)?.bytes ?? null);
  return { path, ...(from === undefined ? {} : { from }), before, after: bytes };
}

/** Enough to see a pattern; each hunk stands in the apply stage's own report. */
const MAX_NOTES = 20;

/** Hunks that were found elsewhere than the patch said. */
function relocations(hunks: readonly HunkReport[]): readonly string[] {
  const notes = hunks
    .filter((hunk) => hunk.status === 'already_applied' || hunk.rung === 'offset')
    .map((hunk) =>
      hunk.status === 'already_applied'
        ? `Hunk ${hunk.hunk} of ${hunk.path} was already there`
        : `Hunk ${hunk.hunk} of ${hunk.path} was placed at line ${hunk.at}, not where the patch said`,
    );
  const more = notes.length - MAX_NOTES;
  return more > 0 ? [...notes.slice(0, MAX_NOTES), `And ${more} more hunks of this kind`] : notes;
}

/** Fields of the wire format that are kept and have no effect yet are not passed over in silence. */
function notActedOn(patch: Patch): readonly string[] {
  return [
    ...(patch.supersedes === undefined
      ? []
      : ['`supersedes` is kept in the record; the older pull request was not closed']),
    ...(patch.callback === undefined ? [] : ['`callback` is kept in the record; nothing was sent there']),
  ];
}
