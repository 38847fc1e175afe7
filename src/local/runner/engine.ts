import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ActionsEngine, ActionsHost, WorkflowEvent, WorkflowRun } from '../contract.ts';
import { createActionStore } from './process/action-store.ts';
import type { Grace } from './process/protocol.ts';
import { createWorkers } from './process/workers.ts';
import { createConcurrency } from './run/concurrency.ts';
import { createLiveRun, type LiveRun } from './run/live-run.ts';
import { type Selected, selectWorkflows } from './run/select.ts';
import type { Services } from './run/services.ts';
import { createSlots } from './run/slots.ts';
import { createWorkflowFiles } from './run/workflow-files.ts';

export type EngineOptions = {
  /** Where jobs and actions have their files; a new temporary folder where absent, which `close` removes. */
  readonly directory?: string;
  /** Jobs that run at the same time; the others wait in order. */
  readonly concurrentJobs?: number;
  /** The Node that runs jobs and JavaScript actions, and that they find on their PATH. */
  readonly nodePath?: string;
  /** Folders of programs that jobs find before the system's, as those of GitHub's runners find rustup and pipx. */
  readonly tools?: readonly string[];
  readonly clock?: { now(): Date };
  /** How long cancelled processes may live on; GitHub's times where absent. */
  readonly grace?: Grace;
};

/**
 * GitHub Actions on this machine: executes the workflow files of the host's repositories, read with GitHub's own
 * parser and evaluated with GitHub's own expressions. What it does not know fails the run, with an annotation.
 *
 * `start` throws a DispatchRefused for a workflow_dispatch that GitHub would refuse.
 */
export function createActionsEngine(host: ActionsHost, options: EngineOptions = {}): ActionsEngine {
  const directory = options.directory === undefined ? temporaryDirectory() : resolve(options.directory);
  const runs = new Map<number, LiveRun>();
  const runNumbers = new Map<string, number>();
  let nextRunId = FIRST_RUN_ID;
  const listeners = new Set<(run: WorkflowRun) => void>();
  const work = new Set<Promise<void>>();
  const files = createWorkflowFiles(host);
  const services = createServices(host, directory, options, { changed, inBackground });
  let closed = false;

  async function start(event: WorkflowEvent): Promise<readonly WorkflowRun[]> {
    refuseWhenClosed();
    const selected = await selectWorkflows(files, event);
    const created = selected.map((workflow) => createLiveRun(services, workflow, nextIdentity(workflow)));
    const live = await Promise.all(created);
    // It may have been closed meanwhile, and nobody would end what begins now.
    refuseWhenClosed();
    return live.map(begin);
  }

  function refuseWhenClosed(): void {
    if (closed) throw new Error('The engine is closed');
  }

  function nextIdentity({ event, file }: Selected): { readonly id: number; readonly number: number } {
    const key = `${event.repository} ${file.path}`;
    const number = (runNumbers.get(key) ?? 0) + 1;
    runNumbers.set(key, number);
    return { id: nextRunId++, number };
  }

  function begin(live: LiveRun): WorkflowRun {
    runs.set(live.run.id, live);
    live.start();
    return live.run;
  }

  function changed(run: WorkflowRun): void {
    for (const listener of listeners) listener(run);
  }

  function inBackground(task: Promise<void>): void {
    work.add(task);
    void task.finally(() => work.delete(task));
  }

  async function idle(): Promise<void> {
    while (work.size > 0) await Promise.all(work);
  }

  async function close(): Promise<void> {
    closed = true;
    for (const live of runs.values()) live.cancel(true);
    await idle();
    services.workers.close();
    if (options.directory === undefined) await rm(directory, { recursive: true, force: true });
  }

  return {
    start,
    runs: (repository) => listOf(runs, repository),
    run: (id) => runs.get(id)?.run,
    cancel: (id, how = {}) => runs.get(id)?.cancel(how.force === true) ?? false,
    rerun: async (id, how = {}) => runs.get(id)?.rerun(how) ?? false,
    idle,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close,
  };
}

/** Ids like those of today's runs and jobs on GitHub: too long for 32 bits, which is what they are to show. */
const FIRST_RUN_ID = 19_482_604_117;
const FIRST_JOB_ID = 55_790_138_204;

function temporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'ghost-runner-actions-'));
}

function createServices(
  host: ActionsHost,
  directory: string,
  options: EngineOptions,
  hooks: Pick<Services, 'changed' | 'inBackground'>,
): Services {
  const nodePath = options.nodePath ?? process.execPath;
  const clock = options.clock ?? { now: () => new Date() };
  let nextJobId = FIRST_JOB_ID;
  return {
    host,
    actions: createActionStore(host, join(directory, 'actions')),
    concurrency: createConcurrency(),
    slots: createSlots(options.concurrentJobs ?? availableParallelism() * JOBS_PER_CORE),
    directory: join(directory, 'jobs'),
    workers: createWorkers(nodePath),
    nodePath,
    tools: options.tools ?? [],
    grace: options.grace ?? GITHUB_GRACE,
    now: () => clock.now(),
    nextJobId: () => nextJobId++,
    ...hooks,
  };
}

/** Jobs wait for git and HTTP more than they compute. */
const JOBS_PER_CORE = 2;

/** What GitHub gives a cancelled process between its signals, and a cancelled job until its server ends it. */
const GITHUB_GRACE: Grace = { afterInterrupt: 7500, afterTerminate: 2500, inAll: 5 * 60_000 };

function listOf(runs: ReadonlyMap<number, LiveRun>, repository: string | undefined): readonly WorkflowRun[] {
  const all = [...runs.values()].map(({ run }) => run);
  return repository === undefined ? all : all.filter(({ event }) => event.repository === repository);
}
