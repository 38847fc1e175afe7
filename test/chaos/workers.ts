import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Random } from '../../bench/apply/random.ts';
import type { FromWorker, Task, TaskEnd } from './task.ts';

/** The runner's processes. Whoever is killed takes all jobs with it that it was at. */
export type Workers = {
  /** null: the process died of it. */
  work(task: Task): Promise<TaskEnd | null>;
  /** SIGKILL to one of them, one that is at work where there is one. Another takes its place. False: it was dead already. */
  kill(random: Random): boolean;
  /** SIGKILL to all; the next ones live so many milliseconds later. */
  renew(laterMs: number): Promise<void>;
  close(): Promise<void>;
};

export function startWorkers(count: number): Workers {
  let later = 0;
  let hiring = true;
  let number = 0;
  const crew = new Set<Worker>();
  const waiting: (() => void)[] = [];

  function hire(): void {
    const worker = startWorker(later);
    crew.add(worker);
    worker.child.once('exit', () => {
      crew.delete(worker);
      if (hiring) {
        hire();
      }
      waiting.splice(0).forEach((wake) => wake());
    });
  }

  async function freeWorker(): Promise<Worker> {
    for (;;) {
      const [idlest] = [...crew].sort((one, other) => one.tasks.size - other.tasks.size);
      if (idlest !== undefined && idlest.tasks.size < TASKS_PER_WORKER) {
        return idlest;
      }
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
  }

  async function killAll(): Promise<void> {
    const all = [...crew];
    all.forEach(({ child }) => child.kill('SIGKILL'));
    await Promise.all(all.map(({ exited }) => exited));
  }

  Array.from({ length: count }, hire);
  return {
    async work(task) {
      const worker = await freeWorker();
      number += 1;
      const end = await worker.work(number, task);
      waiting.shift()?.();
      return end;
    },
    kill(random) {
      const busy = [...crew].filter(({ tasks }) => tasks.size > 0);
      return random.pick(busy.length > 0 ? busy : [...crew]).child.kill('SIGKILL');
    },
    async renew(laterMs) {
      later = laterMs;
      await killAll();
    },
    async close() {
      hiring = false;
      await killAll();
    },
  };
}

/** Jobs wait for GitHub more than they compute. */
const TASKS_PER_WORKER = 6;

type Worker = ReturnType<typeof startWorker>;

function startWorker(laterMs: number) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'worker.ts'), [], {
    execArgv: ['--import', join(import.meta.dirname, 'later.mjs')],
    env: { PATH: process.env['PATH'], GHOST_LATER_MS: String(laterMs) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const tasks = new Map<number, (end: TaskEnd | null) => void>();
  child.on('message', ({ number, end }: FromWorker) => {
    tasks.get(number)?.(end);
    tasks.delete(number);
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      tasks.forEach((settle) => settle(null));
      tasks.clear();
      resolve();
    });
  });
  return {
    child,
    tasks,
    exited,
    work: (number: number, task: Task) =>
      new Promise<TaskEnd | null>((resolve) => {
        tasks.set(number, resolve);
        // Whoever dies before it hears of it is noticed by its exit.
        child.send({ number, task }, () => undefined);
      }),
  };
}
