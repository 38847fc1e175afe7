import { resolve } from 'node:path';
import type { Clash } from '../apply/merge/clash.ts';
import { createGit } from '../io/git/command.ts';
import { createGitLedger } from '../io/git/ledger.ts';
import { createGitRepository } from '../io/git/repository.ts';
import { withWorktree } from '../io/git/worktree.ts';
import { createSecretScanner } from '../io/secrets.ts';
import { createTestProcess } from '../io/test-process.ts';
import { payloadOf } from '../patch/payload.ts';
import type { Refusal } from '../patch/refusal.ts';
import { needsApproval } from '../record/approval.ts';
import type { TestReport } from '../record/outcome.ts';
import { branchName, type PatchRecord, recordRef } from '../record/record.ts';
import { clashLines, describeClash } from '../report/clash.ts';
import { exitCode } from '../report/exit-code.ts';
import { describeStop, describeTests, describeView } from '../report/sentence.ts';
import { formatRefusalLines } from '../report/terminal.ts';
import { oneLine, showHidden } from '../report/untrusted/visible.ts';
import { type ApplyReport, apply } from '../stages/apply.ts';
import { createCompute } from '../stages/compute.ts';
import type { ApplyContext } from '../stages/context.ts';
import type { Stopped } from '../stages/standing.ts';
import { test } from '../stages/test.ts';
import { colors } from './colors.ts';
import { findOrigin } from './init/place.ts';
import { readInput } from './input.ts';
import { jsonLine } from './json-line.ts';
import { remarksOf, toldInClone } from './told.ts';

export type ApplyOptions = {
  readonly repo: string;
  readonly test: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
};

/** Applies one patch to a local clone, and returns the exit code. */
export async function applyCommand(patch: string, options: ApplyOptions): Promise<number> {
  const input = await readInput(patch);
  if (!input.ok) {
    return refuseUnread(input.refusals, options);
  }
  const payload = payloadOf(input.text);
  await checkClone(options.repo);
  const context = createLocalContext(options.repo, await findOrigin(options.repo));
  const report = await apply(context, {
    payload,
    sender: process.env['USER'] ?? 'local',
    dryRun: options.dryRun,
  });
  const tests = report.kind === 'applied' && options.test ? await runTests(report, options) : undefined;
  process.stdout.write(options.json ? `${jsonLine(toJson(report, tests))}\n` : describe(report, tests));
  return exitCodeOf(report, tests);
}

/** There is nothing yet that a record could keep. */
function refuseUnread(refusals: readonly Refusal[], { json }: ApplyOptions): number {
  const lines = formatRefusalLines(refusals, colors(process.stdout));
  process.stdout.write(`${json ? jsonLine({ outcome: 'refused', refusals }) : lines.join('\n')}\n`);
  return exitCode({ kind: 'refused', refusals });
}

async function checkClone(directory: string): Promise<void> {
  try {
    await createGit({ directory }).text(['rev-parse', '--git-dir']);
  } catch (cause) {
    throw new Error(`${resolve(directory)} is no git repository; name a clone with --repo`, { cause });
  }
}

/** No forge, no chat, no run: what is left is the repository itself. `clonedFrom`: what its remote is called, if it has one. */
export function createLocalContext(directory: string, clonedFrom: string | null = null): ApplyContext {
  return {
    repository: createGitRepository({ directory }),
    ledger: createGitLedger({ directory }),
    forge: null,
    chat: null,
    compute: createCompute(createSecretScanner()),
    clock: { now: () => new Date() },
    site: {
      repository: 'local',
      ...(clonedFrom === null ? {} : { clonedFrom }),
      serverUrl: '',
      ciStartsByItself: true,
    },
    run: { id: 0, attempt: 1, url: '' },
  };
}

type Applied = Extract<ApplyReport, { readonly kind: 'applied' }>;

async function runTests(report: Applied, options: ApplyOptions): Promise<TestReport> {
  const { head } = report.handover;
  return withWorktree({ repository: options.repo, sha: head }, (directory) =>
    test(
      createTestProcess({ environment: process.env, onOutput: (chunk) => void process.stderr.write(chunk) }),
      {
        sha: head,
        command: report.test.command,
        directory,
        timeoutSeconds: report.test.timeoutMinutes * 60,
      },
    ),
  );
}

function toJson(report: ApplyReport, tests: TestReport | undefined) {
  const { record } = report.view;
  const wouldBe = report.kind === 'previewed' ? (report.outcome ?? report.stopped) : undefined;
  return {
    id: record.id,
    digest: record.digest,
    outcome: report.kind === 'ended' ? report.outcome.kind : report.kind,
    ...(report.kind === 'applied' ? { branch: branchName(record.id), head: report.handover.head } : {}),
    ...(wouldBe === undefined ? {} : { wouldBe: wouldBe.kind }),
    ...(report.kind === 'previewed' && report.stopped !== undefined
      ? { stopped: toldStop(report.stopped) }
      : {}),
    ...('outcome' in report && report.outcome?.kind === 'refused'
      ? { refusals: report.outcome.refusals }
      : {}),
    ...('outcome' in report && report.outcome?.kind === 'conflict' ? { conflict: report.outcome } : {}),
    changes: record.plan?.changes ?? [],
    hunks: report.hunks,
    notes: [],
    notDone: [],
    ...toldInClone(record),
    ...(record.approval === undefined ? {} : { approval: record.approval }),
    ...(report.kind === 'previewed' ? {} : { record: recordRef(record.id) }),
    ...(tests === undefined ? {} : { tests }),
  };
}

/** As the server's answer has it; what it makes of the patch is `wouldBe`, where nothing else is in its way. */
function toldStop(stop: Stopped): Omit<Stopped, 'kind'> {
  const { kind: _, ...stopped } = stop;
  return stopped;
}

function describe(report: ApplyReport, tests: TestReport | undefined): string {
  if (report.kind === 'applied') {
    const { record } = report.view;
    const waits = needsApproval(record, report.handover.head)
      ? ['  Its pull request would wait for an approval of somebody else than its sender']
      : [];
    const tested =
      tests === undefined
        ? []
        : [describeTests(tests, 'this process'), ...tests.failingLines.map((line) => `  ${oneLine(line)}`)];
    return `${[`Applied on branch ${branchName(record.id)} as ${report.handover.head}`, ...describeChanges(record), ...describeTold(record), ...waits, ...tested].join('\n')}\n`;
  }
  const { headline, detail, remedy } = describeView(report.view);
  const refusals = 'outcome' in report && report.outcome?.kind === 'refused' ? report.outcome.refusals : [];
  const reasons = formatRefusalLines(refusals, colors(process.stdout));
  const clashes = 'outcome' in report && report.outcome?.kind === 'conflict' ? report.outcome.clashes : [];
  const { stopped } = report.view;
  const stops = stopped === undefined ? [] : [oneLine(describeStop(stopped))];
  const lines = [
    oneLine(headline),
    ...(report.kind === 'previewed' && report.outcome === undefined
      ? describeChanges(report.view.record)
      : []),
    ...describeTold(report.view.record),
    ...(reasons.length > 0 ? [...reasons, ...stops] : [oneLine(detail)]),
    ...(clashes ?? []).flatMap(showClash),
    ...(remedy === undefined ? [] : [...(reasons.length > 0 ? [''] : []), oneLine(remedy)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What becomes of each file. */
function describeChanges({ plan }: PatchRecord): readonly string[] {
  return (plan?.changes ?? []).map(
    ({ action, path, added, removed }) => `  ${action} ${oneLine(path)} (+${added ?? 0} −${removed ?? 0})`,
  );
}

/** What was read otherwise than it was written or left undone, also where the patch came to nothing. */
function describeTold(record: PatchRecord): readonly string[] {
  return remarksOf(toldInClone(record)).map((remark) => `  ${oneLine(remark)}`);
}

/** Lines of files keep their indentation, which may be all that differs. */
function showClash(clash: Clash): readonly string[] {
  return [
    `  ${oneLine(describeClash(clash))}`,
    ...clashLines(clash).map((line) => `    ${showHidden(line).replaceAll('\n', ' ')}`),
  ];
}

function exitCodeOf(report: ApplyReport, tests: TestReport | undefined): number {
  if (report.kind !== 'applied') {
    const outcome = report.outcome ?? ('stopped' in report ? report.stopped : undefined);
    return outcome === undefined ? 0 : exitCode(outcome);
  }
  return tests === undefined || tests.verdict === 'passed' ? 0 : TEST_EXIT_CODES[tests.verdict];
}

/** As report/exit-code.ts has it for the outcomes that these lead to. */
const TEST_EXIT_CODES = { failed: 5, timed_out: 6, not_started: 1 } as const;
