import type { ActionsEngine, ActionsHost, WorkflowEvent, WorkflowRun } from '../../../src/local/contract.ts';

/** An engine that runs nothing: it remembers what it is told, and its runs go where the test pushes them. */
export type FakeEngine = ActionsEngine & {
  readonly events: WorkflowEvent[];
  readonly host: ActionsHost;
  /** Tells the server that a run has changed. */
  change(run: WorkflowRun, to: Partial<Pick<WorkflowRun, 'status' | 'conclusion' | 'called'>>): void;
};

export function createFakeEngine(host: ActionsHost): FakeEngine {
  const runs: WorkflowRun[] = [];
  const events: WorkflowEvent[] = [];
  const listeners = new Set<(run: WorkflowRun) => void>();
  const find = (id: number) => runs.find((run) => run.id === id);
  return {
    host,
    events,
    change(run, to) {
      Object.assign(run, to);
      listeners.forEach((listener) => listener(run));
    },
    async start(event) {
      events.push(event);
      if (event.inputs?.['wrong'] !== undefined) {
        throw new Error('Unexpected inputs provided: ["wrong"]');
      }
      if (event.type === 'explode') {
        throw new Error('the engine is broken');
      }
      const run = createRun(host, runs.length + 1, event);
      runs.push(run);
      return [run];
    },
    runs: (repository) => runs.filter(({ event }) => event.repository === (repository ?? event.repository)),
    run: find,
    cancel(id) {
      const run = find(id);
      return run !== undefined && run.status !== 'completed';
    },
    async rerun(id) {
      const run = find(id);
      if (run?.status !== 'completed') {
        return false;
      }
      Object.assign(run, { attempt: run.attempt + 1, status: 'queued', conclusion: null });
      return true;
    },
    idle: async () => {},
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {},
  };
}

function createRun(host: ActionsHost, id: number, event: WorkflowEvent): WorkflowRun {
  const at = '2026-11-21T12:00:00.000Z';
  return {
    id,
    attempt: 1,
    triggeringActor: event.actor,
    path: '.github/workflows/ci.yml',
    workflowName: 'ci',
    title: `run ${id}`,
    event,
    status: 'queued',
    conclusion: null,
    createdAt: at,
    updatedAt: at,
    url: `${host.serverUrl}/${event.repository}/actions/runs/${id}`,
    jobs: [
      {
        id: id * 1000,
        key: 'build',
        name: 'build',
        status: 'queued',
        conclusion: null,
        startedAt: null,
        completedAt: null,
        steps: [{ number: 1, name: 'step', status: 'queued', conclusion: null }],
        outputs: {},
        log: 'hello from the job\n',
        summary: '',
        annotations: [],
      },
    ],
  };
}
