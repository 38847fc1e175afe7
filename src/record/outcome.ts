import type { Clash } from '../apply/merge/clash.ts';
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
      /** `base_moved`: what the patch and the newer commits make of the same places, the first ones. */
      readonly clashes?: readonly Clash[];
      readonly pullRequest?: PullRequestRef;
      /** `pull_request_closed`: id of the patch that took its place, for which we closed it; absent: a person did. */
      readonly supersededBy?: string;
    }
  /** `pullRequest` is absent where the config wants none for failing tests. */
  | { readonly kind: 'tests_failed'; readonly pullRequest?: PullRequestRef; readonly tests: TestReport }
  | { readonly kind: 'timed_out'; readonly tests: TestReport }
  /** Locked: refused before anything was pushed. */
  | { readonly kind: 'halted'; readonly state: 'locked'; readonly reason: string }
  /** Paused: received and kept, to be worked on after the pause. `until`: when that ends by itself, ISO 8601. */
  | {
      readonly kind: 'held';
      readonly state: 'paused';
      readonly reason: string;
      readonly until?: string;
    }
  /** GitHub says that its run has ended. `run` is that run's URL, `by` who asked for it. */
  | {
      readonly kind: 'canceled';
      readonly run?: string;
      readonly by?: string;
      readonly reason?: string;
    }
  /** Something broke that the patch is not to blame for, or nobody can tell who is. `stage` is where. */
  | {
      readonly kind: 'crashed';
      readonly stage: StageName;
      readonly reason: string;
      readonly tests?: TestReport;
    }
  /** What became of the pull request later. `sha` is the commit on the base branch, `by` who did it. */
  | {
      readonly kind: 'merged';
      readonly pullRequest: PullRequestRef;
      readonly sha: string;
      readonly by?: string;
      /** What is known of the very commit that was merged; absent: nothing, as where a person had added to it. */
      readonly tested?: KnownTests;
    }
  /** Closed without a merge, by a person or by `reject`. */
  | {
      readonly kind: 'closed';
      readonly pullRequest: PullRequestRef;
      readonly by?: string;
      readonly reason?: string;
    }
  /** Merged, and taken back by the merge of the pull request `revert`. */
  | {
      readonly kind: 'reverted';
      readonly pullRequest: PullRequestRef;
      readonly revert: PullRequestRef;
    }
  /** The patch with the id `by` names this one as superseded. */
  | { readonly kind: 'superseded'; readonly by: string; readonly pullRequest?: PullRequestRef };

export type OutcomeKind = Outcome['kind'];

export type StageName = 'apply' | 'test' | 'publish';

/**
 * `revised`: a newer revision of the same patch took its place while this one was tested, or waited to be sent once more.
 * `publishing`: another revision's pull request is being made at this very moment.
 * `took_back`: another patch under this id took one back and was merged, which its record goes on to say.
 */
export type ConflictReason =
  | 'base_moved'
  | 'branch_edited'
  | 'pull_request_closed'
  | 'revised'
  | 'publishing'
  | 'took_back';

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
  /** Name of the command of the config that did not end well, and is `command` here: the tests did not run. */
  readonly during?: string;
  /** The tree that named commands made of the commit before the tests ran; absent where there were none. */
  readonly tree?: string;
};

/** `none`: nobody has a verdict, and nobody is at work on one. */
export type KnownTests = 'passed' | 'failed' | 'none';

export type MergedOutcome = Extract<Outcome, { readonly kind: 'merged' }>;

/** `by`: null where GitHub does not say who merged it. */
export function mergedOutcome(
  { number, url }: PullRequestRef,
  { sha, by }: { readonly sha: string; readonly by: string | null },
  tested: KnownTests | undefined,
): MergedOutcome {
  return {
    kind: 'merged',
    pullRequest: { number, url },
    sha,
    ...(by === null ? {} : { by }),
    ...(tested === undefined ? {} : { tested }),
  };
}
