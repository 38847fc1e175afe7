import type { WorkflowEvent, WorkflowJob, WorkflowRun } from '../../../src/local/contract.ts';
import { createActionsEngine, type EngineOptions } from '../../../src/local/runner/engine.ts';
import { createFakeHost, type FakeHost } from './fake-host.ts';

export type Stage = {
  readonly host: FakeHost;
  readonly engine: ReturnType<typeof createActionsEngine>;
  /** Commits the workflow to a new repository and starts it with a repository_dispatch. */
  start(workflow: string, more?: StartOptions): Promise<WorkflowRun>;
  /** As `start`, and waits for its end. */
  run(workflow: string, more?: StartOptions): Promise<WorkflowRun>;
  /** Sends the event once more to the repository of a run. */
  again(run: WorkflowRun): Promise<WorkflowRun>;
  close(): Promise<void>;
};

export type StartOptions = {
  /** Other files of the repository. */
  readonly files?: { readonly [path: string]: string };
  readonly event?: Partial<WorkflowEvent>;
};

/** An engine over a fake host, with times that suit a test. */
export async function createStage(options: EngineOptions = {}): Promise<Stage> {
  const host = await createFakeHost();
  const engine = createActionsEngine(host, {
    grace: { afterInterrupt: 200, afterTerminate: 200, inAll: 60_000 },
    concurrentJobs: 4,
    ...options,
  });
  let count = 0;

  async function start(workflow: string, more: StartOptions = {}): Promise<WorkflowRun> {
    count += 1;
    const repository = `octo/app-${count}`;
    const files = { '.github/workflows/ghost.yml': workflow, ...more.files };
    const sha = await host.addRepository(repository, files);
    return startEvent({ ...DISPATCH, repository, sha, ...more.event });
  }

  async function startEvent(event: WorkflowEvent): Promise<WorkflowRun> {
    const [run] = await engine.start(event);
    if (run === undefined) throw new Error('No workflow listens to the event');
    return run;
  }

  return {
    host,
    engine,
    start,
    async run(workflow, more) {
      const run = await start(workflow, more);
      await engine.idle();
      return run;
    },
    again: (run) => startEvent(run.event),
    async close() {
      await engine.close();
      await host.remove();
    },
  };
}

const DISPATCH: Omit<WorkflowEvent, 'repository' | 'sha'> = {
  name: 'repository_dispatch',
  type: 'ghost-patch',
  ref: 'refs/heads/main',
  actor: 'mona',
  payload: { action: 'ghost-patch', client_payload: { id: 'fix-login' } },
};

export function jobOf(run: WorkflowRun, key: string): WorkflowJob {
  const job = run.jobs.find((candidate) => candidate.key === key);
  if (job === undefined)
    throw new Error(`The run has no job '${key}', only ${run.jobs.map((one) => one.key).join(', ')}`);
  return job;
}

export function conclusionsOf(run: WorkflowRun): { readonly [key: string]: string | null } {
  return Object.fromEntries(run.jobs.map(({ key, conclusion }) => [key, conclusion]));
}

export function errorsOf(run: WorkflowRun): readonly string[] {
  return run.jobs.flatMap(({ annotations }) =>
    annotations.filter(({ level }) => level === 'error').map(({ message }) => message),
  );
}

/** Waits until something is so; rejects after some seconds. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('It did not come to pass in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const PATIENCE = 10_000;
