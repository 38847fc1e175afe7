import { randomUUID } from 'node:crypto';
import { evaluateNumber } from '../expression/evaluate.ts';
import { secretsUsedIn } from '../expression/secrets-used.ts';
import { createJobDirectories, jobDirectories, removeJobDirectories } from '../process/directories.ts';
import { type JobListener, startJobProcess } from '../process/job-process.ts';
import type { Actions, JobDirectories, JobEnd, JobSpec } from '../process/protocol.ts';
import { jobGithubContext, runnerContext } from './contexts.ts';
import { jobContexts, permissionsOf } from './job-scope.ts';
import type { Leg } from './model.ts';

/** Runs the job with a token and folders of its own, which are gone when it ends. */
export async function runOnMachine(leg: Leg, stopped: AbortSignal): Promise<JobEnd> {
  const { scope, view } = leg;
  const { services, run, github } = scope.graph.attempt;
  const { host } = services;
  view.begin();
  const resolution = await services.actions.resolve(scope.plan.steps);
  if (!resolution.ok) {
    view.fail(resolution.problem);
    return { conclusion: 'failure', outputs: {} };
  }
  const minutes = timeoutOf(leg);
  const permissions = { ...permissionsOf(scope), metadata: 'read' as const };
  view.print(
    `GITHUB_TOKEN permissions: ${Object.entries(permissions)
      .map((pair) => pair.join(': '))
      .join(', ')}\n`,
  );
  const token = host.mintJobToken(run.event.repository, permissions);
  const directories = jobDirectories(services.directory, `job-${view.job.id}`, run.event.repository);
  try {
    await createJobDirectories(directories, github['event']);
    const job = specOf(leg, { token, directories, actions: resolution.actions });
    return await runProcess(leg, { job, minutes, stopped });
  } finally {
    host.revokeToken(token);
    services.inBackground(removeJobDirectories(directories));
  }
}

function timeoutOf({ scope, expressions }: Leg): number {
  const { timeoutMinutes } = scope.plan;
  const minutes =
    timeoutMinutes === undefined ? DEFAULT_TIMEOUT : evaluateNumber(timeoutMinutes, expressions);
  return minutes > 0 ? minutes : DEFAULT_TIMEOUT;
}

/** Minutes; GitHub's. */
const DEFAULT_TIMEOUT = 360;

async function runProcess(
  leg: Leg,
  run: { readonly job: JobSpec; readonly minutes: number; readonly stopped: AbortSignal },
): Promise<JobEnd> {
  const { stopped } = run;
  const { services } = leg.scope.graph.attempt;
  const { killed } = leg.control;
  const process = startJobProcess(services.workers.take(), run.job, run.minutes, listenerOf(leg));
  stopped.addEventListener('abort', process.cancel, { once: true });
  killed.addEventListener('abort', process.kill, { once: true });
  if (stopped.aborted) process.cancel();
  if (killed.aborted) process.kill();
  const end = await process.ended;
  stopped.removeEventListener('abort', process.cancel);
  killed.removeEventListener('abort', process.kill);
  return end;
}

function listenerOf({ view, scope }: Leg): JobListener {
  return {
    log: view.print,
    steps: (steps) => view.setSteps([...steps]),
    annotation: view.annotate,
    summary: view.summarise,
    describe: (path, text) => scope.graph.attempt.services.actions.describe(path, text),
  };
}

function specOf(
  leg: Leg,
  given: { readonly token: string; readonly directories: JobDirectories; readonly actions: Actions },
): JobSpec {
  const { plan, graph } = leg.scope;
  const { services } = graph.attempt;
  const { token, directories, actions } = given;
  const contexts = jobContexts(leg.scope);
  const workflow = graph.linked.plan;
  const secrets = secretsFor(leg, token);
  return {
    steps: plan.steps,
    actions,
    env: [workflow.env, plan.env],
    defaults: { ...workflow.defaults, ...plan.defaults },
    outputs: plan.outputs,
    contexts: {
      ...contexts,
      ...leg.contexts,
      secrets,
      github: { ...contexts['github'], ...jobGithubContext({ id: plan.id, token, directories }) },
      runner: runnerContext(directories),
    },
    masks: [token, ...Object.values(secrets)],
    directories,
    trackingId: `github_${randomUUID()}`,
    nodePath: services.nodePath,
    tools: services.tools,
    grace: services.grace,
  };
}

/** Only those that the job refers to: what its process does not have, no step can take. */
function secretsFor({ scope }: Leg, token: string): { readonly [name: string]: string } {
  const { plan, graph } = scope;
  const used = secretsUsedIn([graph.linked.plan.env, plan.env, plan.defaults, plan.outputs, plan.steps]);
  const all = new Map([...graph.secrets, ['GITHUB_TOKEN', token]]);
  return Object.fromEntries([...all].filter(([name]) => used === 'all' || used.has(name.toUpperCase())));
}
