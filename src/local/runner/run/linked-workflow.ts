import type { ActionsHost, CalledWorkflow, TokenPermissions } from '../../contract.ts';
import { secretsUsedIn } from '../expression/secrets-used.ts';
import { DEFAULT_PERMISSIONS, scopesBeyond } from '../plan/permissions.ts';
import type { CallJobPlan, PlanProblem, WorkflowPlan } from '../plan/plan.ts';
import { parseWorkflowFile } from '../plan/workflow.ts';

/** A workflow and all workflows that it calls, by the ids of the calling jobs. */
export type LinkedWorkflow = {
  readonly plan: WorkflowPlan;
  readonly source: WorkflowSource;
  readonly calls: ReadonlyMap<string, LinkedWorkflow>;
};

export type WorkflowSource = { readonly repository: string; readonly sha: string };

/** Fetches what a workflow calls and checks the calls, so that nothing runs of a run that can't be run as a whole. */
export async function linkWorkflow(
  host: ActionsHost,
  plan: WorkflowPlan,
  place: { readonly source: WorkflowSource; readonly allowed?: TokenPermissions; readonly depth?: number },
): Promise<{ readonly linked: LinkedWorkflow; readonly problems: readonly PlanProblem[] }> {
  const { source, allowed, depth = 0 } = place;
  const calls = new Map<string, LinkedWorkflow>();
  const problems: PlanProblem[] = [];
  for (const job of plan.jobs) {
    const permissions = job.permissions ?? plan.permissions ?? allowed ?? DEFAULT_PERMISSIONS;
    problems.push(...excessProblems(plan, job.id, permissions, allowed));
    if (job.kind !== 'call') continue;
    const called = await fetchCalled(host, job, source, depth);
    if (typeof called === 'string') {
      problems.push({ message: `The job '${job.id}': ${called}`, path: plan.path });
      continue;
    }
    const inner = await linkWorkflow(host, called.plan, {
      source: called.source,
      allowed: permissions,
      depth: depth + 1,
    });
    calls.set(job.id, inner.linked);
    problems.push(...callProblems(plan, job, called.plan), ...inner.problems);
  }
  return { linked: { plan, source, calls }, problems };
}

/** All that it calls, however deep, at the commit at which each was read. */
export function calledWorkflows({ calls }: LinkedWorkflow): readonly CalledWorkflow[] {
  return [...calls.values()].flatMap((one) => {
    const { repository, sha } = one.source;
    return [{ path: `${repository}/${one.plan.path}@${sha}`, sha }, ...calledWorkflows(one)];
  });
}

/** A called workflow may ask for less than its caller has, never for more. */
function excessProblems(
  plan: WorkflowPlan,
  id: string,
  wanted: TokenPermissions,
  allowed: TokenPermissions | undefined,
): readonly PlanProblem[] {
  const excess = allowed === undefined ? [] : scopesBeyond(wanted, allowed);
  if (excess.length === 0) return [];
  const message = `The nested job '${id}' is requesting '${excess.join(', ')}', but its caller does not allow that`;
  return [{ message, path: plan.path }];
}

/** A string says why there is none. */
async function fetchCalled(
  host: ActionsHost,
  job: CallJobPlan,
  caller: WorkflowSource,
  depth: number,
): Promise<{ readonly plan: WorkflowPlan; readonly source: WorkflowSource } | string> {
  if (depth + 1 > MAX_DEPTH) return `workflows are nested deeper than ${MAX_DEPTH} levels`;
  const place = await findCalled(host, job.uses, caller);
  if (typeof place === 'string') return place;
  const text = await host.readFile(place.source.repository, place.source.sha, place.path);
  if (text === null) return `the workflow '${job.uses}' was not found`;
  const { plan, problems } = parseWorkflowFile(place.path, text);
  if (plan === undefined) return `'${job.uses}': ${problems.map(({ message }) => message).join('; ')}`;
  if (plan.triggers['workflow_call'] === undefined) return `'${job.uses}' has no 'on: workflow_call'`;
  return { plan, source: place.source };
}

/** GitHub's limit on workflows that call workflows. */
const MAX_DEPTH = 10;

async function findCalled(
  host: ActionsHost,
  uses: string,
  caller: WorkflowSource,
): Promise<{ readonly source: WorkflowSource; readonly path: string } | string> {
  if (uses.startsWith('./')) return { source: caller, path: uses.slice(2) };
  const match = /^(?<repository>[^/]+\/[^/]+)\/(?<path>\.github\/workflows\/[^/@]+)@(?<ref>.+)$/.exec(uses);
  const { repository, path, ref } = match?.groups ?? {};
  if (repository === undefined || path === undefined || ref === undefined) {
    return `'${uses}' is neither ./.github/workflows/file.yml nor owner/repository/.github/workflows/file.yml@ref`;
  }
  const sha = await host.resolve(repository, ref);
  return sha === null ? `'${uses}': repository or version not found` : { source: { repository, sha }, path };
}

function callProblems(plan: WorkflowPlan, job: CallJobPlan, called: WorkflowPlan): readonly PlanProblem[] {
  const form = called.triggers['workflow_call'];
  const given = new Set(job.with.map(([name]) => name));
  const known = new Set(form?.inputs?.map(({ name }) => name));
  const messages = [...given]
    .filter((name) => !known.has(name))
    .map((name) => `Invalid input, ${name} is not defined in the referenced workflow`);
  for (const { name, required } of form?.inputs ?? []) {
    if (required && !given.has(name))
      messages.push(`Input ${name} is required, but not provided while calling`);
  }
  if (usesToken(job))
    messages.push('the local runner gives GITHUB_TOKEN to each job by itself, not through a call');
  if (job.secrets !== 'inherit')
    messages.push(
      ...secretProblems(
        job.secrets.map(([name]) => name),
        form?.secrets ?? [],
      ),
    );
  return messages.map((message) => ({ message: `The job '${job.id}': ${message}`, path: plan.path }));
}

/** The token of the called jobs does not exist yet when a call is evaluated. */
function usesToken(job: CallJobPlan): boolean {
  const used = secretsUsedIn([job.with, job.secrets]);
  return used !== 'all' && used.has('GITHUB_TOKEN');
}

function secretProblems(
  given: readonly string[],
  declared: readonly { readonly name: string; readonly required: boolean }[],
): readonly string[] {
  const unknown = given.filter((name) => !declared.some((secret) => secret.name === name));
  const missing = declared.filter(({ name, required }) => required && !given.includes(name));
  return [
    ...unknown.map((name) => `Invalid secret, ${name} is not defined in the referenced workflow`),
    ...missing.map(({ name }) => `Secret ${name} is required, but not provided while calling`),
  ];
}
