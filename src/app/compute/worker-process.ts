import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Jobs } from '../../stages/compute.ts';
import type { Result, Task, Told } from './protocol.ts';

/**
 * A process of its own for one task after the other: a thread that runs out of memory may take all others with it. It is
 * started for the first task, and ended when it rests.
 */
export type WorkerProcess = {
  /** Rejects where the task itself does, and where the process was closed. At most one may run at a time. */
  run<Job extends keyof Jobs>(task: Task<Job>): Promise<Ended<Job>>;
  close(): Promise<void>;
};

export type Ended<Job extends keyof Jobs> =
  | { readonly kind: 'done'; readonly result: Result<Job> }
  /** It was ended by force, and nothing is known of what would have come of it. */
  | { readonly kind: 'late' | 'out of memory' };

export type WorkerLimits = {
  /** That one task may take. */
  readonly milliseconds: number;
  readonly megabytes: number;
};

export const LIMITS: WorkerLimits = {
  // Several times what the worst patch needs that is within the engine's own limits.
  milliseconds: 10_000,
  // Large files in many short lines need a third of it.
  megabytes: 256,
};

export function createWorkerProcess(limits: WorkerLimits = LIMITS): WorkerProcess {
  let child: ChildProcess | null = null;
  let isClosed = false;
  let rest: NodeJS.Timeout | undefined;
  const end = async () => {
    clearTimeout(rest);
    const ending = child;
    child = null;
    await kill(ending);
  };
  const restLater = () => {
    rest = setTimeout(() => void end(), REST_MS).unref();
  };
  return {
    run: async <Job extends keyof Jobs>(task: Task<Job>) => {
      if (isClosed) throw new Error(ENDED);
      clearTimeout(rest);
      // It may have ended by itself while nobody looked.
      child = child?.connected === true ? child : start(limits);
      const settled = await settle(child, task, limits);
      switch (settled.kind) {
        case 'done':
          restLater();
          return settled;
        case 'failed':
          restLater();
          throw settled.error;
        case 'lost':
          await end();
          throw new Error(ENDED, { cause: settled.cause });
        default:
          await end();
          return settled;
      }
    },
    close: async () => {
      isClosed = true;
      await end();
    },
  };
}

const ENDED = 'the process in which patches are worked on has ended; send the patch again';

/** Milliseconds without a task after which its memory is given back. */
const REST_MS = 60_000;

function start({ megabytes }: WorkerLimits): ChildProcess {
  const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), [], {
    execArgv: [
      `--max-old-space-size=${megabytes}`,
      '--max-semi-space-size=8',
      // It reads its own code, and has no other business with the machine.
      '--permission',
      '--allow-fs-read=*',
    ],
    // It needs none of the secrets that stand there.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // What ends the server from a terminal is not for it: the server ends it when it has finished.
    detached: true,
  });
  child.unref();
  child.channel?.unref();
  // Whoever waits for a task hears of it; where nobody does, a new one is started for the next task.
  child.on('error', () => undefined);
  return child;
}

async function kill(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.ref();
  child.kill('SIGKILL');
  await gone;
}

type Settled<Job extends keyof Jobs> =
  | Ended<Job>
  | Extract<Told, { kind: 'failed' }>
  | { readonly kind: 'lost'; readonly cause?: unknown };

function settle<Job extends keyof Jobs>(
  child: ChildProcess,
  task: Task<Job>,
  limits: WorkerLimits,
): Promise<Settled<Job>> {
  return new Promise((resolve) => {
    let hasBegun = false;
    let timer = setTimeout(() => conclude({ kind: 'lost' }), START_MS);
    const conclude = (settled: Settled<Job>) => {
      clearTimeout(timer);
      child.off('message', hear).off('error', fail).off('exit', leave);
      resolve(settled);
    };
    const hear = (told: Told<Job>) => {
      if (told.kind !== 'begun') {
        conclude(told);
        return;
      }
      // How long it took to start says nothing about the task.
      hasBegun = true;
      clearTimeout(timer);
      timer = setTimeout(() => conclude({ kind: 'late' }), limits.milliseconds);
    };
    const fail = (cause: unknown) => conclude({ kind: 'lost', cause });
    const leave = (_: number | null, signal: NodeJS.Signals | null) =>
      conclude(hasBegun && signal === OUT_OF_MEMORY ? { kind: 'out of memory' } : { kind: 'lost' });
    child.on('message', hear).on('error', fail).on('exit', leave);
    child.send(task, (cause) => (cause === null ? undefined : fail(cause)));
  });
}

/** Milliseconds for loading its code, on a machine that has much else to do. */
const START_MS = 30_000;

/** How Node ends a process that has no memory left. */
const OUT_OF_MEMORY = 'SIGABRT';
