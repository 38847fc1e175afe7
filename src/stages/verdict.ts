import type { Effect } from '../apply/generated/effect.ts';
import { APPROVAL_LABEL } from '../record/approval.ts';
import {
  type KnownTests,
  mergedOutcome,
  type Outcome,
  type PullRequestRef,
  type TestReport,
} from '../record/outcome.ts';
import { asKnown } from '../record/proof.ts';
import { CONTROL_REF, type PatchRecord, type RunRef, recordRef } from '../record/record.ts';
import type { SecretName } from './generated/effect-secrets.ts';
import { judgeEffect, type ProposedEffect } from './generated/judge-effect.ts';
import type { Handover } from './handover.ts';
import type { PatchSnapshot } from './patch-snapshot.ts';
import type { CommitInfo, Oid, PullRequestState } from './ports.ts';
import { branchRef, controlOf, readPrevious, stoppedBy, whomOf } from './standing.ts';
import { type ReadReport, readClaimed, readReport, type TestJob } from './test-job.ts';

/** What publishing comes to, decided on one snapshot without touching anything. */
export type Verdict =
  /** This run has no say in the patch any more; nothing is written. */
  | {
      readonly kind: 'skip';
      readonly outcome: Outcome;
      /** `ts` of the message that the record owns, which others speak through. */
      readonly message?: string;
    }
  /** The record says why, and the branch stays as it is. */
  | { readonly kind: 'end'; readonly outcome: Outcome; readonly at: Standing }
  /** There is no verdict to review: the branch goes, unless a pull request shows it already. */
  | {
      readonly kind: 'withdraw';
      readonly outcome: Outcome;
      readonly at: Standing;
      readonly pullRequest: PullRequestState | null;
    }
  | {
      readonly kind: 'propose';
      readonly tests: TestReport;
      readonly at: Standing;
      /** What commands made, to be committed with the claim; null: none ran, or an earlier process has done it. */
      readonly effect: ProposedEffect | null;
      /** The open pull request that moves on; null: a new one is opened. */
      readonly pullRequest: PullRequestState | null;
    };

type Input = {
  readonly snapshot: PatchSnapshot;
  readonly handover: Handover;
  readonly run: RunRef;
  readonly testJob: TestJob;
  /** `testJob.effect` as it was read; null: it could not be, or there is none. */
  readonly effect: Effect | null;
  /** Among the files of `effect`. */
  readonly secretNames: readonly SecretName[];
  readonly now: Date;
};

type Propose = Extract<Verdict, { readonly kind: 'propose' }>;

/** Where things stand, as read. */
export type Standing = {
  readonly record: PatchRecord;
  readonly recordCommit: CommitInfo;
  /** Where control stood; null: it is gone, which means paused. */
  readonly control: Oid | null;
};

/**
 * - Only the run that the record names may publish, and only the commit that `apply` made, with what the commands of
 *   the config made of it where the patch asked for some.
 * - Control is asked again: minutes have passed since it was read.
 * - A report about another commit, or from a job that GitHub says went wrong afterwards, is no report.
 */
export function judge(input: Input): Verdict {
  const { snapshot, handover, run, now } = input;
  const record = readPrevious(snapshot, handover.id);
  const recordCommit = snapshot.refs.get(recordRef(handover.id)) ?? null;
  if (record === null || record === 'unreadable' || recordCommit === null) {
    const state = record === null ? 'is gone' : "can't be read";
    return {
      kind: 'skip',
      outcome: {
        kind: 'crashed',
        stage: 'publish',
        reason: `${recordRef(handover.id)} ${state}; send the patch again`,
      },
    };
  }
  const link = record.pullRequest === undefined ? {} : { pullRequest: record.pullRequest };
  const message = record.slack === undefined ? {} : { message: record.slack.ts };
  if (record.run.id !== run.id || record.attempt !== handover.attempt || record.digest !== handover.digest) {
    return { kind: 'skip', outcome: overtaken(input, link), ...message };
  }
  if (record.state === 'done') {
    return { kind: 'skip', outcome: { kind: 'duplicate', state: 'finished', ...link }, ...message };
  }
  const control = controlOf(snapshot, now, whomOf(record, snapshot.defaultBranch));
  const at: Standing = { record, recordCommit, control: snapshot.refs.get(CONTROL_REF)?.oid ?? null };
  if (control.state !== 'running') {
    return { kind: 'end', outcome: stoppedBy(control), at };
  }
  const known = snapshot.pullRequest ?? null;
  if (known?.merge !== undefined && known.head === handover.head) {
    // Somebody merged what is still tested, maybe by a pull request of theirs: there is nothing left to propose, and the
    // branch may have gone with it.
    return { kind: 'end', outcome: mergedOutcome(known, known.merge, testsOf(input, record)), at };
  }
  if (snapshot.refs.get(branchRef(handover.id))?.oid !== handover.head) {
    return { kind: 'end', outcome: { kind: 'conflict', reason: 'branch_edited', paths: [], ...link }, at };
  }
  const ours =
    known !== null && (record.pullRequest?.number === known.number || record.state === 'publishing');
  if (ours && known.state === 'closed') {
    return {
      kind: 'end',
      outcome: { kind: 'conflict', reason: 'pull_request_closed', paths: [], ...link },
      at,
    };
  }
  const pullRequest = known?.state === 'open' ? known : null;
  const tests = readTests(input, record);
  if (!tests.ok) {
    return {
      kind: 'withdraw',
      outcome: { kind: 'crashed', stage: 'test', reason: tests.reason },
      at,
      pullRequest,
    };
  }
  switch (tests.report.verdict) {
    case 'failed':
      // A pull request that shows an earlier revision has to say what became of this one.
      return record.plan?.onTestFailure === 'none' && pullRequest === null
        ? {
            kind: 'withdraw',
            outcome: { kind: 'tests_failed', tests: tests.report },
            at,
            pullRequest,
          }
        : judgeProposal(input, { tests: tests.report, at, pullRequest });
    case 'passed':
      return judgeProposal(input, { tests: tests.report, at, pullRequest });
    case 'timed_out':
      return { kind: 'withdraw', outcome: { kind: 'timed_out', tests: tests.report }, at, pullRequest };
    case 'not_started': {
      const { command, during } = tests.report;
      const setting = during === undefined ? 'test.command' : `commands.${during}`;
      const reason = `the ${during === undefined ? 'test' : 'named'} command ${JSON.stringify(command)} could not be started; correct ${setting} in the config, or install what it needs in the test job`;
      return {
        kind: 'withdraw',
        outcome: { kind: 'crashed', stage: 'test', reason, tests: tests.report },
        at,
        pullRequest,
      };
    }
  }
}

/** Somebody may have merged what was tested, before a newer revision took its place. */
function overtaken(input: Input, link: { readonly pullRequest?: PullRequestRef }): Outcome {
  const { snapshot, handover } = input;
  const shown = (snapshot.pullRequests ?? []).find(
    ({ head, merge }) => merge !== undefined && head === handover.head,
  );
  return shown?.merge === undefined
    ? { kind: 'conflict', reason: 'revised', paths: [], ...link }
    : mergedOutcome(shown, shown.merge, testsOf(input, null));
}

function readTests({ testJob, handover }: Input, record: PatchRecord | null): ReadReport {
  return (record === null ? null : readClaimed(record, handover)) ?? readReport(testJob, handover);
}

function testsOf(input: Input, record: PatchRecord | null): KnownTests {
  const tests = readTests(input, record);
  return tests.ok ? asKnown(tests.report) : 'none';
}

/** What commands made is a part of the proposal, and may be what it fails by. */
function judgeProposal(
  { snapshot, handover, effect, secretNames }: Input,
  proposal: Pick<Propose, 'tests' | 'at' | 'pullRequest'>,
): Verdict {
  const { tests, at, pullRequest } = proposal;
  const { record } = at;
  if (handover.generation === undefined || record.state === 'publishing' || tests.during !== undefined) {
    return { kind: 'propose', ...proposal, effect: null };
  }
  const judged = judgeEffect({ snapshot, record, handover, report: tests, effect, secretNames });
  if (!judged.ok) {
    return { kind: 'withdraw', outcome: judged.outcome, at, pullRequest };
  }
  const changesNothing = judged.effect.changes.length === 0 && record.plan?.changes.length === 0;
  return changesNothing
    ? { kind: 'withdraw', outcome: { kind: 'no_change' }, at, pullRequest }
    : { kind: 'propose', ...proposal, effect: judged.effect };
}

/**
 * What is published goes on from where a process before this one claimed it: with what commands made, the branch stands
 * on a commit that `apply` did not make, and the record says on which.
 */
export function asClaimed(handover: Handover, { snapshot, run }: Pick<Input, 'snapshot' | 'run'>): Handover {
  const record = readPrevious(snapshot, handover.id);
  const claimed =
    record !== null &&
    record !== 'unreadable' &&
    record.state === 'publishing' &&
    record.run.id === run.id &&
    record.attempt === handover.attempt &&
    record.digest === handover.digest;
  if (!claimed || record.head === undefined) {
    return handover;
  }
  const { head, approval, plan } = record;
  return {
    ...handover,
    head,
    labels: [...new Set([...handover.labels, ...(approval === undefined ? [] : [APPROVAL_LABEL])])],
    reviewers: [...new Set([...handover.reviewers, ...(plan?.reviewers ?? [])])],
  };
}
