import { parseForm } from '../control/form.ts';
import type { Verb } from '../control/verbs.ts';
import {
  fail,
  readComment,
  readFormWriter,
  say,
  setOutputs,
  type WorkflowJob,
  writeSummary,
} from '../io/workflow.ts';
import { formatCommandLog } from '../report/command/log.ts';
import { formatCommandSummary } from '../report/command/markdown.ts';
import { type CommandReport, commandSucceeded } from '../report/command/report.ts';
import { answerComment } from '../stages/control/comment.ts';
import type { ControlContext } from '../stages/control/context.ts';
import { execute, reportFailure } from '../stages/control/execute.ts';
import { sayRequests } from './context.ts';
import { createControlContext } from './control-context.ts';

/** One command, from the form in the Actions tab or from a comment. */
export async function runControl(job: WorkflowJob): Promise<void> {
  const { context, requests } = createControlContext(job);
  try {
    const report = await answer(context, job);
    if (report === null) {
      setOutputs({ outcome: 'ignored' });
      return say('The comment holds no command.');
    }
    await conclude(report);
  } finally {
    sayRequests(requests);
  }
}

async function answer(context: ControlContext, job: WorkflowJob): Promise<CommandReport | null> {
  if (job.inputs.action !== '') {
    return obeyForm(context, job);
  }
  const comment = await readComment(job, process.env);
  if (comment === null) {
    throw new Error('the stage control needs the input action, or an issue_comment event of a new comment');
  }
  return answerComment(context, comment);
}

/** What was filled into the boxes, in the name of whom the run belongs to. */
export async function obeyForm(
  context: ControlContext,
  job: Pick<WorkflowJob, 'inputs' | 'actor' | 'run'>,
): Promise<CommandReport> {
  const { inputs, actor, run } = job;
  const { action, patch, reason, for: time, scope, confirm } = inputs;
  const parsed = parseForm({ action, patch, reason, for: time, scope });
  if (!parsed.ok) {
    const requestedAt = context.clock.now().toISOString();
    return {
      verb: null,
      done: 'refused',
      sentence: parsed.problem,
      surface: 'form',
      by: actor,
      observed: [],
      requestedAt,
    };
  }
  const { command } = parsed;
  const request = {
    command,
    surface: 'form',
    actor,
    confirm,
    confirmsBy: { kind: 'form' },
    origin: `run ${run.id}`,
    again: run.attempt > 1,
  } as const;
  // A form waits for a machine, and for other forms; what is approved or lifted is what stood there when it was sent, and
  // nothing is sent after a lock that ended what was under way.
  const whenSent = HOLDS_FOR_THEN.has(command.verb) || run.attempt > 1;
  try {
    const sent = whenSent ? await context.runs.get(run.id) : null;
    const askedAt = sent === null ? {} : { askedAt: new Date(sent.createdAt) };
    const writer = await readFormWriter(job, process.env);
    return await execute(context, { ...request, ...(writer === undefined ? {} : { writer }), ...askedAt });
  } catch (error) {
    return reportFailure(request, { error, requestedAt: context.clock.now() });
  }
}

const HOLDS_FOR_THEN: ReadonlySet<Verb> = new Set(['approve', 'resume', 'retry', 'revert', 'unlock']);

/**
 * The run's own answer. One that was started by a comment fails only where something broke: its author has the
 * reply, and people who may not command must not turn the repository's runs red.
 */
async function conclude(report: CommandReport): Promise<void> {
  setOutputs({ outcome: report.done, id: report.patch });
  await writeSummary(formatCommandSummary(report));
  const answered = report.surface === 'comment' && report.done !== 'failed';
  if (commandSucceeded(report) || answered) {
    return say(formatCommandLog(report));
  }
  fail(report.sentence, `${report.verb ?? 'Command'}: ${report.done}`);
}
