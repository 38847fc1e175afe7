import { createSecretScanner } from '../../../src/io/secrets.ts';
import type {
  ActionsEngine,
  ActionsHost,
  WorkflowEvent,
  WorkflowJob,
  WorkflowRun,
} from '../../../src/local/contract.ts';
import { apply } from '../../../src/stages/apply.ts';
import { createCompute } from '../../../src/stages/compute.ts';
import type { ApplyContext, PublishContext } from '../../../src/stages/context.ts';
import type { Handover } from '../../../src/stages/handover.ts';
import { publish } from '../../../src/stages/publish.ts';
import type { TestJob } from '../../../src/stages/test-job.ts';

/**
 * Stands in for the runner: every dispatch becomes a run that goes through apply and publish in this process, one run
 * after the other. What the tests come to, and whether they end, is the test's to say; where a patch asks for named commands,
 * they really run, and so does the test command.
 */
export type Pipeline = ActionsEngine & {
  /** What the test job reports from now on; `hang`: it runs until it is cancelled or let go. */
  tests: 'passed' | 'failed' | 'hang';
  /** Runs do not end when they are asked to, only when they are forced. */
  stubborn: boolean;
  /** Runs that were asked to end do so by themselves before that. */
  quick: boolean;
  /** Runs are queued, and none is taken up. */
  idling: boolean;
  /** Resolves when the tests of the newest run hang: what was said before them is said. */
  hanging(): Promise<void>;
  /** Lets the hanging tests of all runs come to their end. */
  release(): void;
  /** GitHub says that a run was cancelled, whatever its process still does. */
  die(id: number): void;
};

type Live = {
  readonly run: WorkflowRun;
  readonly hanging: PromiseWithResolvers<void>;
  cancelled: boolean;
  let: () => void;
};

export function createPipeline(
  host: ActionsHost,
  contextOf: () => PublishContext & Pick<ApplyContext, 'ledger'>,
  runCommands: (handover: Handover) => Promise<TestJob>,
): Pipeline {
  const runs: WorkflowRun[] = [];
  const live = new Map<number, Live>();
  let last: Promise<void> = Promise.resolve();
  const pipeline: Pipeline = {
    tests: 'passed',
    stubborn: false,
    quick: false,
    idling: false,
    hanging: async () => await [...live.values()].at(-1)?.hanging.promise,
    release: () => live.forEach((one) => one.let()),
    die: (id) => {
      const run = pipeline.run(id);
      if (run !== undefined) {
        end(run, 'cancelled');
      }
    },
    async start(event) {
      if (event.name !== 'repository_dispatch') {
        return [];
      }
      const made = createRun(host, runs.length + 1, event);
      // As the workflow names it.
      const run = { ...made, title: `Ghost patch ${nameOf(event) ?? made.id}` };
      runs.push(run);
      const hanging = Promise.withResolvers<void>();
      const ended = new Promise<void>((resolve) =>
        live.set(run.id, { run, hanging, cancelled: false, let: resolve }),
      );
      if (!pipeline.idling) {
        const before = last;
        last = goThrough(run, ended, before);
        // What breaks in here is a failed run, as it would be there.
        last = last.catch(() => end(run, 'failure'));
      }
      return [run];
    },
    runs: (repository) => runs.filter(({ event }) => event.repository === (repository ?? event.repository)),
    run: (id) => runs.find((run) => run.id === id),
    cancel(id, options = {}) {
      const one = live.get(id);
      if (one === undefined || one.run.status === 'completed') {
        return false;
      }
      if (pipeline.quick) {
        one.let();
      } else if (!pipeline.stubborn || options.force === true) {
        one.cancelled = true;
        one.let();
        if (pipeline.idling) {
          end(one.run, 'cancelled');
        }
      }
      return true;
    },
    rerun: async () => false,
    idle: async () => await last,
    onChange: () => () => {},
    close: async () => pipeline.release(),
  };

  async function goThrough(run: WorkflowRun, ended: Promise<void>, before: Promise<void>): Promise<void> {
    const context = { ...contextOf(), run: { id: run.id, attempt: 1, url: run.url } };
    if (pipeline.tests !== 'hang') {
      await before;
    }
    run.status = 'in_progress';
    const { client_payload: payload } = run.event.payload;
    const report = await apply(
      { ...context, compute: createCompute(createSecretScanner()) },
      { payload, sender: run.event.actor, dryRun: false },
    );
    if (report.kind !== 'applied') {
      return end(run, 'success');
    }
    if (pipeline.tests === 'hang') {
      live.get(run.id)?.hanging.resolve();
      await ended;
    }
    if (live.get(run.id)?.cancelled === true) {
      return end(run, 'cancelled');
    }
    const passed = pipeline.tests !== 'failed';
    const { handover } = report;
    const job = handover.generation === undefined ? claim(handover, passed) : await runCommands(handover);
    await publish(context, handover, job);
    return end(run, passed ? 'success' : 'failure');
  }
  return pipeline;
}

function nameOf({ payload }: WorkflowEvent): string | undefined {
  const { client_payload: sent } = payload;
  const id = typeof sent === 'object' && sent !== null && 'id' in sent ? sent.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** What the test job reports of a command that printed nothing. */
export function claim({ head: sha, test }: Handover, passed: boolean): TestJob {
  return {
    result: passed ? 'success' : 'failure',
    report: JSON.stringify({
      verdict: passed ? 'passed' : 'failed',
      sha,
      command: test.command,
      exitCode: passed ? 0 : 1,
      seconds: 1,
      failingLines: [],
      tail: '',
      outputBytes: 0,
    }),
  };
}

/** What GitHub has said stays so. */
export function end(run: WorkflowRun, conclusion: NonNullable<WorkflowRun['conclusion']>): void {
  if (run.status === 'completed') {
    return;
  }
  run.status = 'completed';
  run.conclusion = conclusion;
}

export function createRun(host: ActionsHost, id: number, event: WorkflowEvent): WorkflowRun {
  const at = new Date().toISOString();
  return {
    id,
    attempt: 1,
    triggeringActor: event.actor,
    path: '.github/workflows/ghost-runner.yml',
    workflowName: 'Ghost Runner',
    title: `run ${id}`,
    event,
    status: 'queued',
    conclusion: null,
    createdAt: at,
    updatedAt: at,
    url: `${host.serverUrl}/${event.repository}/actions/runs/${id}`,
    // The watch runs nothing again that has other jobs.
    jobs: ['Apply', 'Test', 'Publish'].map((name, at) => createJob(id * MOST_JOBS + at, name)),
  };
}

/** Jobs of one run have numbers of their own. */
const MOST_JOBS = 10;

function createJob(id: number, name: string): WorkflowJob {
  return {
    id,
    key: name.toLowerCase(),
    name,
    status: 'queued',
    conclusion: null,
    startedAt: null,
    completedAt: null,
    steps: [],
    outputs: {},
    log: '',
    summary: '',
    annotations: [],
  };
}
