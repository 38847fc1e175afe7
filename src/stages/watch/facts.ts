import { readControl } from '../../control/control.ts';
import type { Config } from '../../policy/config.ts';
import { isTakenFromReview, pullRequestOf } from '../../record/proof.ts';
import type { PatchRecord, Proof, RunRef } from '../../record/record.ts';
import type { WatchEntry } from '../../record/watch-entry.ts';
import type { CheckState, ListedRef, PullRequestFacts, RunState } from '../control/ports.ts';
import type { Listed } from '../control/records.ts';
import type { CommitInfo, Oid } from '../ports.ts';
import type { Occasion } from './context.ts';

/** Everything that one pass decides on. What was not looked at is absent, and nothing is decided about it. */
export type Facts = {
  readonly now: Date;
  readonly occasion: Occasion;
  readonly defaultBranch: string;
  /** Message of the newest control commit; null: there is none. */
  readonly control: string | null;
  /** null: the config can't be read. */
  readonly config: Config | null;
  readonly watch: { readonly commit: CommitInfo | null; readonly entry: WatchEntry | null };
  /** A tree that exists, for a first commit. */
  readonly tree: Oid | null;
  readonly records: readonly Listed[];
  /** By id; null: GitHub knows no such run. */
  readonly runs: ReadonlyMap<number, RunState | null>;
  /** Runs of deliveries that failed lately, newest first; null: nobody has looked, or could. */
  readonly failed: readonly RunState[] | null;
  /** Of those that left no record, by id: whether they may be started again. */
  readonly startAgain: ReadonlyMap<number, StartAgain>;
  /** By number; null: there is no such pull request. */
  readonly pullRequests: ReadonlyMap<number, PullRequestFacts | null>;
  /** Earlier revisions that pull requests show again, by the id of the patch; null: a person's own commit. */
  readonly putBack: ReadonlyMap<string, PutBack | null>;
  /** Ids of patches that take another one back because somebody commanded it. */
  readonly reverts: ReadonlySet<string>;
  /** Checks other than ours, by the id of the patch. */
  readonly checks: ReadonlyMap<string, readonly CheckState[]>;
  /** What message and status should say and do not, by the id of the patch. */
  readonly unsaid: ReadonlyMap<string, Unsaid>;
  /** Branches of patches, by the id of the patch; empty where none can be due. */
  readonly branches: ReadonlyMap<string, ListedRef>;
  readonly inbox: readonly ListedRef[];
  /**
   * Up to when patches onto the default branch were stopped, ISO 8601: `now` where they are. null: they were not, or
   * nothing depends on it.
   */
  readonly stoppedUntil: string | null;
  /** How many things were left for the next pass. */
  readonly unseen: number;
  /** What could not be looked at, and why. */
  readonly blind: readonly Blind[];
};

/** `name` is what it would be about, such as the id of a patch. */
export type Blind = { readonly name: string; readonly reason: string };

/**
 * Whether a run that left no record may be started again, or why not: its patch was sent again since, people have stopped
 * what was under way then, or it has jobs that are not ours.
 */
export type StartAgain = 'yes' | 'sent_since' | 'stopped_since' | 'other_jobs';

/** `replaced`: the statuses of commits whose place a later attempt took. */
export type Unsaid = { readonly message: boolean; readonly status: boolean; readonly replaced: boolean };

/** An earlier revision, to whose commit a person has put the branch of its patch back. `attempt`: the one that made it. */
export type PutBack = { readonly attempt: number; readonly tests: Proof['tests'] };

export type Readable = Extract<Listed, { readonly ok: true }>;

export function readable(records: readonly Listed[]): readonly Readable[] {
  return records.filter((listed): listed is Readable => listed.ok);
}

/** What stops patches onto the default branch now; null: nothing does. */
export function stopOf({
  control,
  now,
  records,
  defaultBranch,
}: Pick<Facts, 'control' | 'now' | 'records' | 'defaultBranch'>): 'paused' | 'locked' | null {
  if (control === null && records.length === 0) {
    return null;
  }
  const { state } = readControl(control, now, { branch: defaultBranch });
  return state === 'running' ? null : state;
}

/** A run works on it, or is meant to. */
export function isUnderWay({ state }: PatchRecord): boolean {
  return state === 'applied' || state === 'publishing';
}

/** What people do with its pull request is still to come. */
export function awaitsPeople(record: PatchRecord): boolean {
  const { state, outcome } = record;
  if (state !== 'done' || outcome === undefined || pullRequestOf(record) === undefined) {
    return false;
  }
  switch (outcome.kind) {
    case 'merged':
    case 'reverted':
      return false;
    default:
      return !isTakenFromReview(outcome);
  }
}

/** Its pull request shows what was tested. */
export function isProposed({ state, outcome }: PatchRecord): boolean {
  return state === 'done' && (outcome?.kind === 'opened' || outcome?.kind === 'updated');
}

/** What is known of a run that works on a patch: it goes on, it has ended, or nobody will ever hear of it. */
export type Fate = { readonly kind: 'alive' | 'lost' } | { readonly kind: 'ended'; readonly run: RunState };

export function fateOf(record: PatchRecord, run: RunState | null, now: Date): Fate {
  const late = now >= new Date(record.deadline);
  if (run === null || isBehind(run, record.run)) {
    return { kind: late ? 'lost' : 'alive' };
  }
  // However late it is: a run that GitHub says goes on may still report.
  return run.status === 'completed' ? { kind: 'ended', run } : { kind: 'alive' };
}

/** GitHub's answer is about an attempt before the one that the record names. */
function isBehind(run: RunState, named: RunRef): boolean {
  return run.attempt < named.attempt;
}
