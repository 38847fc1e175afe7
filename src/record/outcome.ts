import type { Refusal } from '../patch/refusal.ts';

/** How one delivery of a patch ended, as it was observed. Every text, status and exit code is a switch over it. */
export type Outcome =
  | { readonly kind: 'opened'; readonly pullRequest: PullRequestRef; readonly tests: TestReport }
  | { readonly kind: 'updated'; readonly pullRequest: PullRequestRef; readonly tests: TestReport }
  /** The same patch is already done (`finished`) or under way in another run. */
  | {
      readonly kind: 'duplicate';
      readonly state: 'finished' | 'in_progress';
      readonly pullRequest?: PullRequestRef;
    }
  /** The patch fits, and the base already holds all of it. */
  | { readonly kind: 'no_change' }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** Somebody else's work is in the way: the base moved under the patch, a person committed to its branch or closed its pull request. */
  | {
      readonly kind: 'conflict';
      readonly reason: ConflictReason;
      readonly paths: readonly string[];
      readonly pullRequest?: PullRequestRef;
    }
  | { readonly kind: 'tests_failed'; readonly pullRequest: PullRequestRef; readonly tests: TestReport }
  | { readonly kind: 'timed_out'; readonly tests: TestReport }
  /** Control said stop before anything was pushed. */
  | { readonly kind: 'halted'; readonly state: 'paused' | 'locked'; readonly reason: string }
  | { readonly kind: 'canceled' }
  /** Something broke that the patch is not to blame for, or nobody can tell who is. `stage` is where. */
  | {
      readonly kind: 'crashed';
      readonly stage: StageName;
      readonly reason: string;
      readonly tests?: TestReport;
    };

export type OutcomeKind = Outcome['kind'];

export type StageName = 'apply' | 'test' | 'publish';

/**
 * `revised`: a newer revision of the same patch took its place while this one was tested.
 * `publishing`: another revision's pull request is being made at this very moment.
 */
export type ConflictReason =
  | 'base_moved'
  | 'branch_edited'
  | 'pull_request_closed'
  | 'revised'
  | 'publishing';

export type PullRequestRef = { readonly number: number; readonly url: string };

/**
 * What the test job says happened. It comes from a job that ran untrusted code, so it is a claim about `sha`
 * and nothing more; every string in it is hostile.
 */
export type TestReport = {
  readonly verdict: 'passed' | 'failed' | 'timed_out' | 'not_started';
  /** The commit that was checked out. */
  readonly sha: string;
  readonly command: string;
  /** Exit code of the command; absent when a signal ended it. */
  readonly exitCode?: number;
  readonly seconds: number;
  /** The lines of the output that name a failure, first ones first. */
  readonly failingLines: readonly string[];
  /** The end of the output. */
  readonly tail: string;
  /** Bytes that the command printed in all, kept or not. */
  readonly outputBytes: number;
};
