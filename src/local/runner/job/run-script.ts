import { randomUUID } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { evaluateText, type Scope } from '../expression/evaluate.ts';
import type { RunStepPlan, StepPlan } from '../plan/plan.ts';
import { shellCommand } from '../plan/shell.ts';
import { createCommandReader, type StepRecord } from './command-reader.ts';
import { stepEnvironment } from './environment.ts';
import { createFileCommands, obeyFileCommands } from './file-commands.ts';
import { type ActionPlace, type Frame, type JobState, reportError, type StepResult } from './state.ts';
import { runStepProcess } from './step-process.ts';

/** Runs one step, of whatever kind, and records how it ended. */
export type StepRunner = (job: JobState, frame: Frame, step: StepPlan) => Promise<StepResult | 'skipped'>;

export type StepRun<Step> = {
  readonly frame: Frame;
  readonly step: Step;
  /** The step's own `env`, evaluated. */
  readonly env: { readonly [name: string]: string };
  readonly scope: Scope;
  readonly record: StepRecord;
};

/** A `run` step. */
export async function runScript(job: JobState, run: StepRun<RunStepPlan>): Promise<StepResult> {
  const { frame, step, scope } = run;
  // The workflow's defaults are not for the steps of an action, which have to name their shell.
  const defaults = frame.action === undefined ? job.spec.defaults : {};
  const shell = textOf(step.shell ?? defaults.shell, scope);
  const directory = resolve(
    job.spec.directories.workspace,
    textOf(step.workingDirectory ?? defaults.workingDirectory, scope) ?? '',
  );
  const script = evaluateText(step.run, scope);
  const path = join(job.spec.directories.temp, `${randomUUID()}.sh`);
  const command = shellCommand(shell, path);
  if (command === undefined) return fail(job, `The shell '${shell}' is not supported by the local runner`);
  if (!(await isDirectory(directory)))
    return fail(job, `The working directory '${directory}' does not exist`);
  await writeFile(path, `${script}\n`);
  printScript(job, script, command);
  return runForStep(job, { ...run, command, directory });
}

function textOf(template: RunStepPlan['shell'], scope: Scope): string | undefined {
  return template === undefined ? undefined : evaluateText(template, scope);
}

function fail(job: JobState, message: string): 'failure' {
  reportError(job, message);
  return 'failure';
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function printScript(job: JobState, script: string, command: readonly string[]): void {
  const [first = '', ...rest] = script.trimEnd().split('\n');
  for (const line of [`##[group]Run ${first}`, ...rest, `shell: ${command.join(' ')}`, '##[endgroup]']) {
    job.output.print(line);
  }
}

/** Runs a process as a step, or as a part of one: environment, output and files as the runner has them. */
export async function runForStep(
  job: JobState,
  run: {
    readonly frame: Frame;
    readonly step: { readonly id: string };
    readonly env: { readonly [name: string]: string };
    readonly record: StepRecord;
    readonly command: readonly string[];
    readonly directory: string;
    readonly action?: ActionPlace;
    readonly extra?: { readonly [name: string]: string };
  },
): Promise<StepResult> {
  const { frame, step, env, record, command, directory, action, extra } = run;
  const files = await createFileCommands(job);
  const end = await runStepProcess({
    command,
    directory,
    env: stepEnvironment(job, frame, {
      id: step.id,
      env,
      files,
      ...(action === undefined ? {} : { action }),
      ...(extra === undefined ? {} : { extra }),
    }),
    onLine: createCommandReader(record, job),
    onGroup: (id) => job.output.send({ type: 'group', id }),
    signal: job.running.signal,
    grace: job.spec.grace,
  });
  const obeyed = await obeyFileCommands(job, files, record);
  // Who aborted it says why; how the process took it is of no interest.
  if (job.running.signal.aborted) return job.cancelled ? 'cancelled' : 'failure';
  if (end.kind === 'not started') return fail(job, `The process can't be started: ${end.reason}`);
  const code = end.kind === 'exited' ? end.code : SIGNAL_BASE + constants.signals[end.signal];
  if (code !== 0) return fail(job, `Process completed with exit code ${code}.`);
  return obeyed ? 'success' : 'failure';
}

/** What a shell makes of a process that a signal ended. */
const SIGNAL_BASE = 128;
