import type { ActionsEngine, WorkflowRun } from '../../contract.ts';
import type { Cause } from '../model.ts';
import { branchHead } from '../operations/pulls.ts';
import type { Platform } from '../platform.ts';
import { workflowRunView } from '../views/workflow-run.ts';
import { actionsBot, findUser, getRepository } from '../world.ts';
import { checkSuiteEvent } from './check-suite.ts';

/** Turns what the engine does into `workflow_run` events, in order. Returns the function that ends it. */
export function followRuns(platform: Platform, engine: ActionsEngine): () => void {
  const told = new Map<number, string>();
  let last: Promise<void> = Promise.resolve();
  return engine.onChange((run) => {
    const step = `${run.attempt} ${run.status}`;
    if (told.get(run.id) !== step) {
      told.set(run.id, step);
      const { status } = run;
      const work = last.then(() => publishRun(platform, engine, run, status));
      platform.events.track(work);
      last = work.catch(() => {});
    }
  });
}

const ACTIONS = { queued: 'requested', in_progress: 'in_progress', completed: 'completed' } as const;

/** Runs started by runs, themselves started by runs: GitHub lets a chain grow this long. */
const LONGEST_CHAIN = 3;

async function publishRun(
  platform: Platform,
  engine: ActionsEngine,
  run: WorkflowRun,
  status: WorkflowRun['status'],
): Promise<void> {
  const { world, events } = platform;
  const repository = getRepository(world, run.event.repository);
  const view = { ...(await workflowRunView(world, run)), status };
  const home = await branchHead(repository, repository.defaultBranch);
  const listens = home !== null && chainLength(engine, run) < LONGEST_CHAIN;
  // The run itself is the cause, and not the job whose token made its last request.
  const cause: Cause = { user: findUser(world, run.event.actor) ?? actionsBot(world), token: null };
  events.publish({
    name: 'workflow_run',
    action: ACTIONS[status],
    repository,
    payload: {
      workflow_run: view,
      workflow: { name: run.workflowName, path: run.path, id: view.workflow_id },
    },
    cause,
    ...(listens ? { workflows: { ref: `refs/heads/${repository.defaultBranch}`, sha: home } } : {}),
  });
  if (status === 'completed') {
    const { id, head_sha: sha, head_branch: branch, conclusion } = view;
    const suite = { id, sha, branch, conclusion, checks: run.jobs.length };
    events.publish(checkSuiteEvent(world, repository, { suite, cause }));
  }
}

function chainLength(engine: ActionsEngine, run: WorkflowRun): number {
  if (run.event.name !== 'workflow_run') {
    return 0;
  }
  const { workflow_run: cause } = run.event.payload as { readonly workflow_run?: { readonly id: number } };
  const before = cause === undefined ? undefined : engine.run(cause.id);
  return 1 + (before === undefined ? 0 : chainLength(engine, before));
}
