import { PASSING_CODES, type RefusalCode } from '../patch/refusal.ts';
import { needsApproval } from '../record/approval.ts';
import { testsNothing } from '../record/merge-marks.ts';
import type { ConflictReason, Outcome, PullRequestRef, TestReport } from '../record/outcome.ts';
import type { PatchRecord } from '../record/record.ts';
import { nameCommands } from './generated.ts';
import { describeLater } from './later.ts';
import { type Description, endSentence, formatTime, RESEND } from './phrases.ts';
import { formatSeconds } from './seconds.ts';
import { cutText } from './untrusted/cut.ts';
import { oneLine } from './untrusted/visible.ts';
import { type PatchView, shortSha } from './view.ts';

/** What is known of a patch now: its outcome, or how far it has come. */
export function describeView(view: Pick<PatchView, 'record' | 'dryRun' | 'stopped'>): Description {
  const { stopped } = view;
  const described = describeKnown(view);
  return stopped === undefined
    ? described
    : { ...described, detail: `${described.detail} ${describeStop(stopped)}` };
}

/** What a stop would make of a patch that was only tried. */
export function describeStop(stop: NonNullable<PatchView['stopped']>): string {
  const why = `Reason: ${endSentence(stop.reason.trim() || 'none was given')}`;
  return stop.kind === 'halted'
    ? `It would not be taken just now, for Ghost Runner is locked. ${why}`
    : `It would not be worked on just now, for Ghost Runner is paused, but kept until the pause ends${stop.until === undefined ? '' : `, at ${formatTime(stop.until)}`}. ${why}`;
}

function describeKnown({ record, dryRun }: Pick<PatchView, 'record' | 'dryRun'>): Description {
  if (record.outcome !== undefined) {
    return besideApproval(record, besideMerge(record, describeOutcome(record.outcome)));
  }
  if (dryRun === true) {
    const approval = needsApproval(record, record.head)
      ? ' Its pull request would wait for an approval of somebody else than its sender.'
      : '';
    return {
      headline: 'Dry run: the patch fits',
      detail: `Nothing was written, and no tests were run.${commandsToRun(record, 'would run')}${approval}`,
    };
  }
  switch (record.state) {
    case 'applied':
      return {
        headline: 'The patch fits; its tests are under way',
        detail: `The branch holds the change, and the test job runs next.${commandsToRun(record, 'runs')}`,
      };
    case 'publishing':
      return {
        headline: 'The tests have reported; the pull request is under way',
        detail: 'It is being opened or updated now.',
      };
    case 'held':
    case 'done':
      return {
        headline: 'Ended without a known outcome',
        detail: 'The record says that it is done and not how.',
        remedy: RESEND,
      };
  }
}

/** While a revision is held, nothing else says of what its pull request showed before it that it was merged. */
function besideMerge({ id, state, mergedBefore }: PatchRecord, described: Description): Description {
  if (state !== 'held' || mergedBefore === undefined) {
    return described;
  }
  const merged = `Pull request #${mergedBefore} was merged without it; "/ghost revert ${id}" takes that back.`;
  return { ...described, detail: `${described.detail} ${merged}` };
}

/** Whoever reads that the tests passed must not think that nobody is waited for. */
function besideApproval(record: PatchRecord, described: Description): Description {
  const { id, state, outcome, head } = record;
  const isProposed = outcome?.kind === 'opened' || outcome?.kind === 'updated';
  if (state !== 'done' || !isProposed || !needsApproval(record, head)) {
    return described;
  }
  const remedy = `It waits for an approval of somebody else than its sender: "/ghost approve ${id}", once they have looked at the change.`;
  return { ...described, remedy };
}

function commandsToRun({ plan }: PatchRecord, verb: string): string {
  const { commands = [] } = plan ?? {};
  return commands.length === 0 ? '' : ` It ${verb} ${nameCommands(commands)} before the tests.`;
}

export function describeOutcome(outcome: Outcome): Description {
  switch (outcome.kind) {
    case 'opened':
      return describeProposal(`pull request #${outcome.pullRequest.number} opened`, outcome.tests);
    case 'updated':
      return describeProposal(`pull request #${outcome.pullRequest.number} updated`, outcome.tests);
    case 'duplicate':
      return describeDuplicate(outcome);
    case 'no_change':
      return {
        headline: 'Nothing to change',
        detail:
          'The base already holds everything that this patch asks for, so there is no branch and no pull request.',
        remedy: 'If that is a surprise, check that the patch was made for this branch.',
      };
    case 'refused':
      return describeRefusal(outcome);
    case 'conflict':
      return describeConflict(outcome);
    case 'tests_failed':
      return describeFailure(outcome);
    case 'timed_out':
      return {
        headline: 'Tests timed out; nothing was published',
        detail: describeTests(outcome.tests),
        remedy:
          'Send a patch whose tests end, or raise test.timeout-minutes in .github/ghost-runner.yml if they need longer.',
      };
    case 'halted':
      return {
        headline: 'Halted: Ghost Runner is locked',
        detail: `Nothing was published. Reason: ${endSentence(outcome.reason.trim() || 'none was given')}`,
        remedy: 'Send it again once an operator has unlocked Ghost Runner.',
      };
    case 'held':
    case 'canceled':
    case 'merged':
    case 'closed':
    case 'reverted':
    case 'superseded':
      return describeLater(outcome);
    case 'crashed':
      return {
        headline: `Something broke in the ${outcome.stage} stage`,
        detail: endSentence(outcome.reason.trim() || 'The reason is unknown'),
        remedy: `The patch need not be at fault: look at the run's log. ${RESEND}`,
      };
  }
}

function describeFailure({ pullRequest, tests }: Extract<Outcome, { kind: 'tests_failed' }>): Description {
  const detail = `${describeTests(tests)}${firstFailure(tests)}`;
  const what = testsNothing(tests.command) ? 'Left-over merge marks' : 'Tests failed';
  return pullRequest === undefined
    ? {
        headline: `${what}; nothing was published`,
        detail,
        remedy: 'Send a corrected patch under the same id.',
      }
    : {
        headline: `${what}; see pull request #${pullRequest.number}`,
        detail,
        remedy: 'Send a corrected patch under the same id, and the same pull request moves on.',
      };
}

/** What the tests came to, as one sentence; `by`: whose word it is, the test job's, or that of this very process. */
export function describeTests(tests: TestReport, by: 'test job' | 'this process' = 'test job'): string {
  const { during } = tests;
  const claim = by === 'test job' ? ', as the test job reported' : '';
  return during === undefined
    ? describeCommand(tests, claim)
    : `${describeCommand(tests, claim)} It is the named command ${cutText(oneLine(during), MAX_COMMAND)}, so the tests did not run.`;
}

function describeCommand(tests: TestReport, claim: string): string {
  const command = nameTestCommand(tests.command);
  const time = formatSeconds(tests.seconds);
  switch (tests.verdict) {
    case 'passed':
      return `${command} passed in ${time} on ${shortSha(tests.sha)}${claim}.`;
    case 'failed':
      return tests.exitCode === undefined
        ? `${command} was ended by a signal after ${time}.`
        : `${command} failed with exit code ${tests.exitCode} after ${time}.`;
    case 'timed_out':
      return `${command} was still running after ${time} and was stopped.`;
    case 'not_started':
      return `${command} did not start, so nothing was tested.`;
  }
}

function nameTestCommand(command: string): string {
  return testsNothing(command)
    ? 'The search for left-over merge marks, which stands in for tests,'
    : cutText(oneLine(command), MAX_COMMAND) || 'The test command';
}

/** So that what follows the command is still seen. */
const MAX_COMMAND = 60;

/** A proposal is a success only if its tests are known to have passed. */
function describeProposal(done: string, tests: TestReport): Description {
  const passed = testsNothing(tests.command) ? 'No tests are set up' : 'Tests passed';
  const headline = `${tests.verdict === 'passed' ? passed : 'Not known to pass its tests'}; ${done}`;
  return { headline, detail: describeTests(tests) };
}

function describeDuplicate({ state, pullRequest }: Extract<Outcome, { kind: 'duplicate' }>): Description {
  if (state === 'in_progress') {
    return {
      headline: 'Already under way',
      detail: 'Another run works on this very patch, and reports how it ends; this delivery changed nothing.',
    };
  }
  return {
    headline: `Already done${pullRequest === undefined ? '' : `: pull request #${pullRequest.number}`}`,
    detail: 'This very patch was delivered before; nothing was done twice.',
  };
}

function describeRefusal({ refusals }: Extract<Outcome, { kind: 'refused' }>): Description {
  const [first] = refusals;
  const more = refusals.length - 1;
  if (first !== undefined && PASSING_CODES.has(first.code)) {
    const detail = refusals.map(({ message }) => message).join(' ');
    return { headline: 'Refused for now', detail, remedy: 'Nothing has to be changed in the patch.' };
  }
  return {
    headline: more > 0 ? `Refused for ${refusals.length} reasons` : 'Refused',
    detail: endSentence(first?.message ?? 'The reason is unknown') + (more > 0 ? ` (And ${more} more.)` : ''),
    remedy: refusals.some(({ code }) => !REPOSITORY_CODES.has(code))
      ? 'Correct the patch and send it again under the same id.'
      : 'The patch need not be at fault: send it again once the repository is set up.',
  };
}

/** Refusals that no other patch can avoid. */
const REPOSITORY_CODES: ReadonlySet<RefusalCode> = new Set(['not_configured', 'bad_config']);

function describeConflict({
  reason,
  paths,
  pullRequest,
  supersededBy,
}: Extract<Outcome, { kind: 'conflict' }>): Description {
  const { headline, detail, remedy } =
    supersededBy === undefined ? CONFLICTS[reason] : takenPlaceBy(supersededBy);
  return {
    headline: headline(pullRequest),
    detail: `${detail}${paths.length === 0 ? '' : ` Files: ${listPaths(paths)}.`}`,
    remedy,
  };
}

type ConflictText = {
  readonly headline: (pullRequest?: PullRequestRef) => string;
  readonly detail: string;
  readonly remedy: string;
};

const CONFLICTS: { readonly [reason in ConflictReason]: ConflictText } = {
  base_moved: {
    headline: () => 'Conflict: the base branch has moved',
    detail: 'Newer commits on the base branch changed the same places.',
    remedy: "Make the patch for today's base and send it again under the same id.",
  },
  branch_edited: {
    headline: () => "Conflict: somebody else committed to the patch's branch",
    detail: 'The branch holds commits that Ghost Runner did not make, and was left as it is.',
    remedy: 'Send the patch under a new id, or delete the branch and send it again.',
  },
  pull_request_closed: {
    headline: (pullRequest) =>
      `Conflict: pull request ${pullRequest === undefined ? '' : `#${pullRequest.number} `}was closed by a person`,
    detail: 'What a person closed stays closed; nothing was published.',
    remedy: 'Reopen the pull request and send the patch again, or send it under a new id.',
  },
  revised: {
    headline: () => 'Overtaken by a newer revision',
    detail: 'A newer revision of this patch took its place in the meantime, so this one was not published.',
    remedy: 'Look at the newer revision.',
  },
  publishing: {
    headline: () => 'Conflict: another revision is being published',
    detail:
      'The pull request of another revision of this patch is being made at this moment, and must not change under it.',
    remedy: 'Send this revision again in a minute.',
  },
  took_back: {
    headline: () => 'Conflict: its id is that of a merged revert',
    detail: 'The patch that has this id took another one back and was merged, and its record stays as it is.',
    remedy: 'Send the patch under an id of its own.',
  },
};

function takenPlaceBy(id: string): ConflictText {
  return {
    headline: (pullRequest) =>
      `Conflict: pull request ${pullRequest === undefined ? '' : `#${pullRequest.number} `}was closed for another patch`,
    detail: `The patch ${id} took its place, so it stays closed; nothing was published.`,
    remedy: `Send a revision of ${id} instead; to have both, reopen the pull request and send the patch again, or send it under a new id.`,
  };
}

/** Enough to know where to look. */
const MAX_PATHS = 5;

function listPaths(paths: readonly string[]): string {
  const more = paths.length - MAX_PATHS;
  return paths.slice(0, MAX_PATHS).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function firstFailure({ failingLines }: TestReport): string {
  const [line] = failingLines;
  return line === undefined ? '' : ` First failing line: ${cutText(oneLine(line), MAX_FAILURE)}`;
}

const MAX_FAILURE = 200;
