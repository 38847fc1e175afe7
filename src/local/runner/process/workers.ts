import { type ChildProcess, fork } from 'node:child_process';
import { Socket } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SYSTEM_PATH } from './system-path.ts';

/**
 * Processes for jobs. Starting one takes longer than most steps do, so some stand ready; each serves one job and is
 * never used again.
 */
export type Workers = {
  take(): ChildProcess;
  close(): void;
};

export function createWorkers(nodePath: string): Workers {
  const ready: ChildProcess[] = [];
  let closed = false;

  function take(): ChildProcess {
    const worker = ready.shift() ?? forkWorker(nodePath);
    keepAlive(worker, true);
    refill();
    return worker;
  }

  function refill(): void {
    if (closed) return;
    while (ready.length < READY) {
      const worker = forkWorker(nodePath);
      keepAlive(worker, false);
      worker.on('exit', () => {
        const index = ready.indexOf(worker);
        if (index >= 0) ready.splice(index, 1);
      });
      ready.push(worker);
    }
  }

  function close(): void {
    closed = true;
    for (const worker of ready.splice(0)) worker.kill('SIGKILL');
  }

  return { take, close };
}

/** Enough for two runs at once, whose jobs follow each other. */
const READY = 2;

/** In a process group of its own, and with nothing of this process's environment that a job could make use of. */
function forkWorker(nodePath: string): ChildProcess {
  return fork(fileURLToPath(new URL('../job/main.ts', import.meta.url)), [], {
    execPath: nodePath,
    execArgv: [],
    cwd: '/',
    env: { LANG: 'C.UTF-8', PATH: `${dirname(nodePath)}:${SYSTEM_PATH}`, ...compileCache() },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/**
 * Where this process keeps what Node compiled, if anywhere: reading the sources anew is most of what a worker costs.
 * It is for our own sources only, and is not handed on to steps, whose environment is made from nothing.
 */
function compileCache(): { readonly NODE_COMPILE_CACHE?: string } {
  const directory = process.env['NODE_COMPILE_CACHE'];
  return directory === undefined ? {} : { NODE_COMPILE_CACHE: directory };
}

/** A process that only stands ready is no reason for this one not to end; it ends with it. */
function keepAlive(worker: ChildProcess, alive: boolean): void {
  const how = alive ? 'ref' : 'unref';
  worker[how]();
  worker.channel?.[how]();
  for (const stream of [worker.stdout, worker.stderr]) {
    if (stream instanceof Socket) stream[how]();
  }
}
