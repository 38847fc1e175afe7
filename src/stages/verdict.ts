import type { Outcome, TestReport } from '../record/outcome.ts';
import { CONTROL_REF, type PatchRecord, type RunRef, recordRef } from '../record/record.ts';
import { testReportSchema } from '../record/schema.ts';
import type { Handover } from './apply.ts';
import type { CommitInfo, Oid, PullRequestState, Snapshot } from './ports.ts';
import { branchRef, controlOf, readPrevious, stoppedBy } from './standing.ts';

/** What the test job left behind: how GitHub says the job ended, and what the job says it saw. */
export type TestJob = {
  /** `needs.test.result`: success, failure, cancelled or skipped. */
  readonly result: string;
  /** The `report` output, JSON; empty where the job did not come so far. Untrusted. */
  readonly report: string;
};

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
      /** The open pull request that moves on; null: a new one is opened. */
      readonly pullRequest: PullRequestState | null;
    };

/** Where things stand, as read. */
export type Standing = {
  readonly record: PatchRecord;
  readonly recordCommit: CommitInfo;
  /** Where control stood; null: it is gone, which means paused. */
  readonly control: Oid | null;
};

/**
 * - Only the run that the record names may publish, and only the commit that `apply` made.
 * - Control is asked again: minutes have passed since it was read.
 * - A report about another commit, or from a job that GitHub says went wrong afterwards, is no report.
 */
export function judge(input: {
  readonly snapshot: Snapshot;
  readonly handover: Handover;
  readonly run: RunRef;
  readonly testJob: TestJob;
  readonly now: Date;
}): Verdict {
  const { snapshot, handover, run, testJob, now } = input;
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
    return { kind: 'skip', outcome: { kind: 'conflict', reason: 'revised', paths: [], ...link }, ...message };
  }
  if (record.state === 'done') {
    return { kind: 'skip', outcome: { kind: 'duplicate', state: 'finished', ...link }, ...message };
  }
  const control = controlOf(snapshot, now, {
    branch: record.base?.branch ?? snapshot.defaultBranch,
    sender: record.sender,
  });
  const at: Standing = { record, recordCommit, control: snapshot.refs.get(CONTROL_REF)?.oid ?? null };
  if (control.state !== 'running') {
    return { kind: 'end', outcome: stoppedBy(control), at };
  }
  if (snapshot.refs.get(branchRef(handover.id))?.oid !== handover.head) {
    return { kind: 'end', outcome: { kind: 'conflict', reason: 'branch_edited', paths: [], ...link }, at };
  }
  const known = snapshot.pullRequest ?? null;
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
  const tests = readClaimed(record, handover) ?? readReport(testJob, handover);
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
        : { kind: 'propose', tests: tests.report, at, pullRequest };
    case 'passed':
      return { kind: 'propose', tests: tests.report, at, pullRequest };
    case 'timed_out':
      return { kind: 'withdraw', outcome: { kind: 'timed_out', tests: tests.report }, at, pullRequest };
    case 'not_started': {
      const reason = `the test command ${JSON.stringify(tests.report.command)} could not be started; correct test.command in the config, or install what it needs in the test job`;
      return {
        kind: 'withdraw',
        outcome: { kind: 'crashed', stage: 'test', reason, tests: tests.report },
        at,
        pullRequest,
      };
    }
  }
}

/**
 * What this run has claimed the record with. A process before this one died at the pull request, and the step that
 * comes after it has no report; that one had, and had checked it.
 */
function readClaimed({ state, tests }: PatchRecord, { head }: Handover): ReadReport | null {
  return state === 'publishing' && tests?.sha === head ? { ok: true, report: tests } : null;
}

/** A report holds at most some kilobytes; whatever is longer was not written by our test stage. */
const MAX_REPORT_CHARACTERS = 100_000;

/** Seconds beyond its deadline within which a command has been ended for sure. */
const MAX_OVERTIME = 60;

type ReadReport =
  | { readonly ok: true; readonly report: TestReport }
  | { readonly ok: false; readonly reason: string };

function readReport(job: TestJob, { head, test }: Handover): ReadReport {
  if (job.report === '') {
    return { ok: false, reason: missingReport(job.result) };
  }
  const parsed =
    job.report.length > MAX_REPORT_CHARACTERS ? null : testReportSchema.safeParse(parseJson(job.report));
  if (!parsed?.success) {
    return { ok: false, reason: "the test job's report can't be read" };
  }
  const report = { ...parsed.data, command: test.command };
  if (report.sha !== head) {
    return {
      ok: false,
      reason: `the test job reported on ${report.sha}, which is not the commit that was applied`,
    };
  }
  if (report.verdict === 'passed' && job.result !== 'success') {
    return {
      ok: false,
      reason: `the test job reported a pass, but GitHub says that the job ended as ${job.result || 'unknown'}`,
    };
  }
  const contradicts = report.verdict === 'passed' && report.exitCode !== 0;
  if (contradicts || report.seconds > test.timeoutMinutes * 60 + MAX_OVERTIME) {
    return { ok: false, reason: "the test job's report contradicts itself" };
  }
  return { ok: true, report };
}

function missingReport(result: string): string {
  switch (result) {
    case 'success':
      return 'the test job succeeded, and its report did not arrive here: it was too large, the process that read it died, or the job no longer runs the test stage';
    case 'skipped':
      return 'the test job was skipped';
    case 'cancelled':
      return "the test job was cancelled, or ran over its own time limit, before it reported; if it did, raise the job's timeout-minutes";
    default:
      return 'the test job ended without a report: a set-up step failed, or its runner was lost';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
