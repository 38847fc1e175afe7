import { setTimeout as delay } from 'node:timers/promises';
import type { ActionsEngine, ActionsHost, WorkflowEvent, WorkflowRun } from '../../src/local/contract.ts';
import type { Handover } from '../../src/stages/handover.ts';
import { createRun, end } from '../stages/control/pipeline.ts';
import { PERMISSIONS } from '../stages/watch/ports.ts';
import type { Task, TaskEnd } from './task.ts';
import type { Workers } from './workers.ts';

export type RunnerOptions = {
  readonly workers: Workers;
  /** Root of Slack's API, which is known later than the runner starts. */
  readonly slackUrl: () => string;
  /** Runs real workflow files, and the repository where it does. */
  readonly earnest: ActionsEngine;
  readonly inEarnest: string;
  /** Whether the tests of the patch with this id pass. */
  readonly passes: (id: string) => boolean;
};

export type Runner = ActionsEngine & {
  /** One pass of the watch. */
  watch(repository: string, event: string, endedRun?: number): Promise<TaskEnd | null>;
};

/**
 * A runner whose jobs are done by processes that can be killed: what a dispatch starts goes through apply and publish
 * there, and the end of a run through a pass of the watch. In one repository real workflows run instead.
 */
export function createRunner(host: ActionsHost, options: RunnerOptions): Runner {
  const { workers, slackUrl, earnest, inEarnest, passes } = options;
  const runs = new Map<number, WorkflowRun>();
  const listeners = new Set<(run: WorkflowRun) => void>();
  const underWay = new Set<Promise<unknown>>();
  const watched = new Map<string, number>();
  /** What the apply jobs of runs handed over, for those that are run again without them. */
  const handovers = new Map<number, Handover>();

  function tell(run: WorkflowRun): void {
    run.updatedAt = new Date().toISOString();
    listeners.forEach((listener) => listener(run));
  }

  function begin(work: Promise<unknown>): void {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  function taskIn(repository: string, run: Task['run']) {
    const token = host.mintJobToken(repository, PERMISSIONS);
    const github = { url: host.serverUrl, apiUrl: host.apiUrl };
    return { repository, token, github, slack: { apiUrl: slackUrl() }, run };
  }

  async function goThrough(run: WorkflowRun, kept?: Handover): Promise<void> {
    run.status = 'in_progress';
    tell(run);
    const { id, attempt, url, event } = run;
    const task = taskIn(event.repository, { id, attempt, url });
    const { client_payload: payload } = event.payload;
    let last =
      kept === undefined
        ? await workers.work({ ...task, kind: 'apply', payload, sender: event.actor })
        : { kind: 'applied' as const, handover: kept };
    if (last?.kind === 'applied') {
      const { handover } = last;
      handovers.set(id, handover);
      last = await workers.work({ ...task, kind: 'publish', handover, passed: passes(handover.id) });
    }
    end(run, last?.kind === 'ended' && last.success ? 'success' : 'failure');
    tell(run);
  }

  async function watch(repository: string, event: string, endedRun?: number): Promise<TaskEnd | null> {
    const task = taskIn(repository, { id: 1, attempt: 1, url: `${host.serverUrl}/${repository}/actions` });
    return workers.work({
      ...task,
      kind: 'watch',
      event,
      ...(endedRun === undefined ? {} : { endedRun }),
    });
  }

  /** As in a concurrency group: one pass, and one that waits, which sees all that made others wait. */
  async function watchSoon(repository: string): Promise<void> {
    const wanted = (watched.get(repository) ?? 0) + 1;
    watched.set(repository, wanted);
    if (wanted === 1) {
      await delay(GATHERING_MS);
      watched.delete(repository);
      await watch(repository, 'workflow_run');
    }
  }

  return {
    watch,
    async start(event: WorkflowEvent) {
      if (event.repository === inEarnest) {
        return earnest.start(event);
      }
      if (event.name === 'workflow_run' && event.type === 'completed') {
        begin(watchSoon(event.repository));
      }
      if (event.name !== 'repository_dispatch') {
        return [];
      }
      const run = createRun(host, FIRST_RUN + runs.size, event);
      run.title = `Ghost patch ${idOf(event) ?? run.id}`;
      runs.set(run.id, run);
      tell(run);
      begin(goThrough(run));
      return [run];
    },
    runs: (repository) => [
      ...[...runs.values()].filter(({ event }) => event.repository === (repository ?? event.repository)),
      ...earnest.runs(repository),
    ],
    run: (id) => runs.get(id) ?? earnest.run(id),
    cancel: (id, how) => earnest.cancel(id, how),
    async rerun(id, how = {}) {
      const run = runs.get(id);
      if (run?.status !== 'completed') {
        return run === undefined && (await earnest.rerun(id, how));
      }
      Object.assign(run, { attempt: run.attempt + 1, status: 'queued', conclusion: null });
      tell(run);
      begin(goThrough(run, how.failedOnly === true ? handovers.get(id) : undefined));
      return true;
    },
    async idle() {
      while (underWay.size > 0) {
        await Promise.all(underWay);
      }
      await earnest.idle();
    },
    onChange(listener) {
      listeners.add(listener);
      const unlisten = earnest.onChange(listener);
      return () => {
        listeners.delete(listener);
        unlisten();
      };
    },
    close: () => earnest.close(),
  };
}

/** Away from those of the real runner. */
const FIRST_RUN = 1_000;

/** Milliseconds in which the ends of runs gather, so that not every one has a pass of its own. */
const GATHERING_MS = 2_000;

function idOf({ payload }: WorkflowEvent): string | undefined {
  const { client_payload: sent } = payload;
  return typeof sent === 'object' && sent !== null && 'id' in sent ? String(sent.id) : undefined;
}
