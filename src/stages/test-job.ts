import { jsonIn } from '../patch/json-text.ts';
import type { TestReport } from '../record/outcome.ts';
import type { PatchRecord } from '../record/record.ts';
import { testReportSchema } from '../record/schema.ts';
import type { Handover } from './handover.ts';

/** What the test job left behind: how GitHub says the job ended, and what the job says it saw. */
export type TestJob = {
  /** `needs.test.result`: success, failure, cancelled or skipped. */
  readonly result: string;
  /** The `report` output, JSON; empty where the job did not come so far. Untrusted. */
  readonly report: string;
  /** What named commands made of the files, JSON; absent: no such output, or it can't be unpacked. Untrusted. */
  readonly effect?: string;
};

export type ReadReport =
  | { readonly ok: true; readonly report: TestReport }
  | { readonly ok: false; readonly reason: string };

/**
 * What this run has claimed the record with. A process before this one died at the pull request, and the step that
 * comes after it has no report; that one had, and had checked it.
 */
export function readClaimed({ state, tests }: PatchRecord, { head }: Handover): ReadReport | null {
  return state === 'publishing' && tests?.sha === head ? { ok: true, report: tests } : null;
}

/**
 * Reads the report as a claim: about another commit, or from a job that GitHub says went wrong afterwards, it is none.
 * Which command it is about, the config says.
 */
export function readReport(job: TestJob, { head, test, generation }: Handover): ReadReport {
  if (job.report === '') {
    return { ok: false, reason: missingReport(job.result) };
  }
  const parsed =
    job.report.length > MAX_REPORT_CHARACTERS ? null : testReportSchema.safeParse(jsonIn(job.report));
  if (!parsed?.success) {
    return { ok: false, reason: "the test job's report can't be read" };
  }
  const commands = generation?.commands ?? [];
  const { during } = parsed.data;
  const ended = during === undefined ? test : commands.find(({ name }) => name === during);
  const report = {
    ...parsed.data,
    command: ended?.command ?? '',
    failingLines: parsed.data.failingLines.slice(0, MAX_FAILING_LINES).map(cutLine),
  };
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
  const contradicts =
    ended === undefined ||
    report.seconds > ended.timeoutMinutes * 60 + MAX_OVERTIME ||
    (report.verdict === 'passed' && (report.exitCode !== 0 || during !== undefined)) ||
    (report.tree !== undefined && (during !== undefined || commands.length === 0));
  if (contradicts) {
    return { ok: false, reason: "the test job's report contradicts itself" };
  }
  return { ok: true, report };
}

/** No more than our own test stage names; a forged report could hold thousands, which everybody would have to show. */
const MAX_FAILING_LINES = 20;

/** Characters; our own test stage cuts lines sooner. */
const MAX_LINE_CHARACTERS = 500;

function cutLine(line: string): string {
  return line.length > MAX_LINE_CHARACTERS ? `${line.slice(0, MAX_LINE_CHARACTERS).toWellFormed()}…` : line;
}

/** A report holds at most some kilobytes; whatever is longer was not written by our test stage. */
const MAX_REPORT_CHARACTERS = 100_000;

/** Seconds beyond its deadline within which a command has been ended for sure. */
const MAX_OVERTIME = 60;

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
