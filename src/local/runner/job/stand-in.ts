import { textAt } from '../json.ts';
import type { UsesStepPlan } from '../plan/plan.ts';
import { STAND_INS } from '../stand-ins/index.ts';
import type { StandInName } from '../stand-ins/names.ts';
import type { StandIn, StandInGithub, StandInResult, StandInRun } from '../stand-ins/stand-in.ts';
import { stepEnvironment } from './environment.ts';
import { createFileCommands } from './file-commands.ts';
import type { StepRun } from './run-script.ts';
import { type JobState, reportError, type StepResult, stepScope } from './state.ts';
import { runStepProcess } from './step-process.ts';

type Inputs = { readonly [name: string]: string };

/** Runs one of our own versions of a well-known action, in this process: only git and the like are started. */
export async function runStandIn(
  job: JobState,
  run: StepRun<UsesStepPlan>,
  given: Inputs,
  name: StandInName,
): Promise<StepResult> {
  const standIn = STAND_INS[name];
  const problem = problemOf(standIn, given, run.step.uses);
  if (problem !== undefined) return finish(job, { ok: false, problem });
  return finish(job, await standIn.main(createRun(job, run, { standIn, given })));
}

/** A stand-in that looks the other way would make a workflow green that means something else on GitHub. */
function problemOf(standIn: StandIn, given: Inputs, uses: string): string | undefined {
  for (const [name, value] of Object.entries(given)) {
    const rule = standIn.inputs[name] ?? prefixRuleOf(standIn, name);
    if (rule === undefined)
      return `The local runner's stand-in for ${uses} does not know the input '${name}'`;
    if (rule.only !== undefined && !rule.only.includes(value)) {
      const allowed = rule.only.map((text) => `'${text}'`).join(' or ');
      return `The local runner's stand-in for ${uses} can't do '${name}: ${value}', only ${allowed}`;
    }
  }
  return undefined;
}

function prefixRuleOf(standIn: StandIn, name: string): StandIn['inputs'][string] | undefined {
  const found = Object.entries(standIn.inputs).find(
    ([pattern]) => pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)),
  );
  return found?.[1];
}

function finish(job: JobState, result: StandInResult): StepResult {
  if (job.running.signal.aborted && job.cancelled) return 'cancelled';
  if (result.ok) return 'success';
  reportError(job, result.problem);
  return 'failure';
}

function createRun(
  job: JobState,
  run: StepRun<UsesStepPlan>,
  use: { readonly standIn: StandIn; readonly given: Inputs },
): StandInRun {
  const { spec, masks, output } = job;
  const self: StandInRun = {
    input: (name) => use.given[name] ?? use.standIn.inputs[name]?.preset ?? '',
    inputsWithPrefix: (prefix) => Object.entries(use.given).filter(([name]) => name.startsWith(prefix)),
    github: githubOf(job),
    workspace: spec.directories.workspace,
    nodePath: spec.nodePath,
    toolCache: spec.directories.toolCache,
    run: (command, options = {}) => runCommand(job, run, { command, ...options }),
    info: (line) => output.print(line),
    setOutput: (name, value) => void run.record.outputs.set(name, value),
    hide: (value) => masks.add(value),
    addPath: (folder) => void job.path.unshift(folder),
    atEnd: (late) =>
      void job.posts.push({
        name: `Post Run ${run.step.uses}`,
        condition: 'always()',
        scope: () => stepScope(job, run.frame, { id: run.step.id }),
        run: async () => finish(job, await late(self)),
      }),
  };
  return self;
}

function githubOf(job: JobState): StandInGithub {
  const github = job.spec.contexts['github'] ?? {};
  const text = (key: string): string => textAt(github, key) ?? '';
  return {
    token: text('token'),
    repository: text('repository'),
    ref: text('ref'),
    sha: text('sha'),
    serverUrl: text('server_url'),
    apiUrl: text('api_url'),
  };
}

/** What the program prints goes to the log, but is not taken for commands: it comes from other people's repositories. */
async function runCommand(
  job: JobState,
  run: StepRun<UsesStepPlan>,
  use: { readonly command: readonly string[]; readonly directory?: string; readonly env?: Inputs },
): Promise<{ readonly code: number; readonly output: string }> {
  const lines: string[] = [];
  job.output.print(`[command]${use.command.join(' ')}`);
  const env = stepEnvironment(job, run.frame, {
    id: run.step.id,
    env: { ...run.env, ...use.env },
    files: await createFileCommands(job),
  });
  const end = await runStepProcess({
    command: use.command,
    directory: use.directory ?? job.spec.directories.workspace,
    env,
    onLine: (line) => {
      lines.push(line);
      job.output.print(line);
    },
    onGroup: (id) => job.output.send({ type: 'group', id }),
    signal: job.running.signal,
    grace: job.spec.grace,
  });
  if (end.kind === 'exited') return { code: end.code, output: lines.join('\n') };
  return { code: 1, output: end.kind === 'killed' ? `ended by ${end.signal}` : end.reason };
}
