import { applyPatch } from '../apply/apply.ts';
import type { HunkReport } from '../apply/report.ts';
import type { FileChange, SourceEntry } from '../apply/tree.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Patch } from '../patch/schema.ts';
import { type Config, parseConfig } from '../policy/config.ts';
import { checkProtectedPaths } from '../policy/protected-paths.ts';
import { decideDelivery, isLive } from '../record/life.ts';
import type { Outcome } from '../record/outcome.ts';
import { type PatchRecord, type RunRef, recordRef } from '../record/record.ts';
import type { BaseState, Snapshot, TreeEntry } from './ports.ts';
import type { Received } from './receive.ts';
import { branchRef, controlOf, readPrevious } from './standing.ts';

/** What applying a delivery comes to, decided on one snapshot without touching anything. */
export type ApplyPlan =
  /** Nothing is written: somebody else's delivery already says it all. */
  | {
      readonly kind: 'skip';
      readonly outcome: Outcome;
      readonly previous: PatchRecord | null;
      readonly channel: string | undefined;
    }
  /** The record says why, and no branch is made. */
  | Ending
  /** The branch and the record are written together. */
  | Writing;

export type Ending = PlanBase & {
  readonly kind: 'end';
  readonly outcome: Outcome;
  readonly hunks: readonly HunkReport[];
};

export type Writing = PlanBase & {
  readonly kind: 'write';
  readonly patch: Patch;
  readonly config: Config;
  readonly base: BaseState;
  readonly changes: readonly FileChange[];
  readonly hunks: readonly HunkReport[];
};

type PlanBase = {
  readonly attempt: number;
  readonly previous: PatchRecord | null;
  readonly channel: string | undefined;
};

/** `control` is created as running by the first patch that a repository ever sees. */
export function planApply(input: PlanInput): ApplyPlan {
  const plan = decide(input);
  const { previous, channel } = plan;
  // What ends here must not take the record from a run that is still at work on it.
  const displaces = plan.kind === 'end' && previous !== null && isLive(previous, input);
  return displaces ? { kind: 'skip', outcome: plan.outcome, previous, channel } : plan;
}

export type PlanInput = {
  readonly received: Received;
  readonly snapshot: Snapshot;
  readonly run: RunRef;
  readonly now: Date;
};

function decide(input: PlanInput): ApplyPlan {
  const { received, snapshot, run, now } = input;
  const parsed = parseConfig(snapshot.config);
  const channel = parsed.ok ? parsed.config.slack?.channel : undefined;
  const previous = readPrevious(snapshot, received.id);
  if (previous === 'unreadable') {
    const reason = `${recordRef(received.id)} can't be read as a record; move it away and send the patch again`;
    return { kind: 'skip', outcome: { kind: 'crashed', stage: 'apply', reason }, previous: null, channel };
  }
  const decision = decideDelivery({
    digest: received.digest,
    run,
    now,
    record: previous,
    branch: snapshot.refs.get(branchRef(received.id)) ?? null,
    ...(snapshot.pullRequest === undefined ? {} : { pullRequest: snapshot.pullRequest }),
  });
  if (decision.kind === 'end' && decision.outcome.kind === 'duplicate') {
    return { kind: 'skip', outcome: decision.outcome, previous, channel };
  }
  const attempt = decision.kind === 'start' ? decision.attempt : (previous?.attempt ?? 0) + 1;
  const end = (outcome: Outcome, hunks: readonly HunkReport[] = []): Ending => ({
    kind: 'end',
    outcome,
    hunks,
    attempt,
    previous,
    channel,
  });
  const control = controlOf(snapshot, now);
  if (control.state !== 'running') {
    return end({ kind: 'halted', state: control.state, reason: control.reason });
  }
  if (decision.kind === 'end') {
    return end(decision.outcome);
  }
  if (!received.ok) {
    return end({ kind: 'refused', refusals: received.refusals });
  }
  if (!parsed.ok) {
    return end({ kind: 'refused', refusals: parsed.refusals });
  }
  const base = chooseBase(received.patch, parsed.config, snapshot);
  if (!base.ok) {
    return end(base.outcome);
  }
  const applied = applyPatch(received.patch, sourceEntries(base.base));
  if (!applied.ok) {
    return end({ kind: 'refused', refusals: applied.refusals }, applied.hunks);
  }
  const forbidden = checkProtectedPaths(applied.changes);
  if (forbidden.length > 0) {
    return end({ kind: 'refused', refusals: forbidden }, applied.hunks);
  }
  if (applied.changes.length === 0) {
    return end({ kind: 'no_change' }, applied.hunks);
  }
  const { patch } = received;
  return {
    kind: 'write',
    attempt,
    previous,
    channel,
    patch,
    config: parsed.config,
    base: base.base,
    changes: applied.changes,
    hunks: applied.hunks,
  };
}

type ChosenBase =
  | { readonly ok: true; readonly base: BaseState }
  | { readonly ok: false; readonly outcome: Outcome };

/**
 * The patch goes onto the branch's head. Where it names the commit it was written against, the touched files must
 * still be there what they were, so that what was written for one text is never put into another.
 */
function chooseBase(patch: Patch, config: Config, snapshot: Snapshot): ChosenBase {
  const branch = patch.base?.branch ?? snapshot.defaultBranch;
  const allowed = config['base-branches'] ?? [snapshot.defaultBranch];
  if (!allowed.includes(branch)) {
    return refuse({
      code: 'unknown_base',
      message: `Patches to the branch ${branch} are not taken here; send it for ${allowed.join(' or ')}.`,
      pointer: '/base/branch',
      data: { allowed },
    });
  }
  if (snapshot.base === null) {
    return refuse({
      code: 'unknown_base',
      message: `There is no branch ${branch} in this repository; send the patch for ${snapshot.defaultBranch}.`,
      pointer: '/base/branch',
    });
  }
  if (snapshot.pinned === undefined || snapshot.pinned?.sha === snapshot.base.sha) {
    return { ok: true, base: snapshot.base };
  }
  if (snapshot.pinned === null) {
    return refuse({
      code: 'base_not_found',
      message: `The commit ${patch.base?.sha} is not in this repository; name one that is, or leave base.sha out.`,
      pointer: '/base/sha',
    });
  }
  const moved = changedPaths(snapshot.pinned, snapshot.base);
  return moved.length === 0
    ? { ok: true, base: snapshot.base }
    : { ok: false, outcome: { kind: 'conflict', reason: 'base_moved', paths: moved } };
}

function refuse(refusal: Refusal): ChosenBase {
  return { ok: false, outcome: { kind: 'refused', refusals: [refusal] } };
}

/** Requested files that differ between two commits. Folders are left out: what lies beside a file may change. */
function changedPaths(from: BaseState, to: BaseState): readonly string[] {
  const paths = new Set([...from.entries.keys(), ...to.entries.keys()]);
  return [...paths]
    .filter((path) => identity(from.entries.get(path)) !== identity(to.entries.get(path)))
    .toSorted();
}

function identity(entry: TreeEntry | undefined): string {
  return entry === undefined ? 'absent' : entry.mode === FOLDER ? FOLDER : `${entry.mode} ${entry.oid}`;
}

const FOLDER = '040000';

function sourceEntries(base: BaseState): ReadonlyMap<string, SourceEntry> {
  return new Map([...base.entries].map(([path, entry]) => [path, sourceEntry(entry)]));
}

function sourceEntry(entry: TreeEntry): SourceEntry {
  const bytes = entry.bytes ?? new Uint8Array();
  switch (entry.mode) {
    case '040000':
      return { kind: 'directory' };
    case '160000':
      return { kind: 'submodule' };
    case '120000':
      return { kind: 'symlink', target: new TextDecoder().decode(bytes) };
    default:
      return { kind: 'file', bytes, executable: entry.mode === '100755' };
  }
}
