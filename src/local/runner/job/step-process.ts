import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { signalGroup } from '../process/orphans.ts';
import type { Grace } from '../process/protocol.ts';
import { createLineSplitter } from './line-splitter.ts';
import { MAX_SHOWN_LINE } from './output.ts';

export type StepProcess = {
  /** Program and arguments. */
  readonly command: readonly string[];
  readonly directory: string;
  readonly env: { readonly [name: string]: string };
  /** Whole lines of both streams, without their ends. */
  readonly onLine: (line: string) => void;
  readonly onGroup: (group: number) => void;
  /** Ends the process: SIGINT, then SIGTERM, then SIGKILL, as on GitHub, but to its whole group at once. */
  readonly signal: AbortSignal;
  readonly grace: Grace;
};

export type StepProcessEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: NodeJS.Signals }
  | { readonly kind: 'not started'; readonly reason: string };

/** Runs a program in a process group of its own. Never rejects. */
export async function runStepProcess(step: StepProcess): Promise<StepProcessEnd> {
  try {
    return await follow(start(step), step);
  } catch (error) {
    // Some failures are thrown instead of being told, such as that of an environment too large for the system.
    return { kind: 'not started', reason: error instanceof Error ? error.message : String(error) };
  }
}

function start({ command: [program = '', ...args], directory, env }: StepProcess): StartedProcess {
  return spawn(program, args, {
    cwd: directory,
    env: { ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

type StartedProcess = ChildProcessByStdio<null, Readable, Readable>;

function follow(child: StartedProcess, step: StepProcess): Promise<StepProcessEnd> {
  if (child.pid !== undefined) step.onGroup(child.pid);
  for (const stream of [child.stdout, child.stderr]) {
    const lines = createLineSplitter(MAX_LINE, step.onLine);
    stream.setEncoding('utf8').on('data', (text: string) => lines.write(text));
    stream.on('end', () => lines.end());
  }
  return new Promise((resolve) => {
    const stopping = stopOnAbort(child.pid, step);
    let streams: NodeJS.Timeout | undefined;
    child.on('error', (error) => finish({ kind: 'not started', reason: error.message }));
    child.on('exit', () => {
      // Something that the step left running may hold its output open; that is no reason to wait for it.
      streams = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, LINGERING_OUTPUT);
    });
    child.on('close', (code, signal) =>
      finish(signal === null ? { kind: 'exited', code: code ?? 0 } : { kind: 'killed', signal }),
    );

    function finish(end: StepProcessEnd): void {
      clearTimeout(streams);
      stopping();
      resolve(end);
    }
  });
}

/** Characters: what the log shows of a line, and so much more that a secret at the cut is seen, and hidden, as a whole. */
const MAX_LINE = MAX_SHOWN_LINE + 65_536;

/** Milliseconds that a process's output is awaited after its end. */
const LINGERING_OUTPUT = 1000;

/** Returns the function that ends it all. */
function stopOnAbort(group: number | undefined, step: StepProcess): () => void {
  const timers: NodeJS.Timeout[] = [];
  if (group === undefined) return () => undefined;

  function stop(): void {
    if (group === undefined) return;
    signalGroup(group, 'SIGINT');
    timers.push(setTimeout(() => signalGroup(group, 'SIGTERM'), step.grace.afterInterrupt));
    timers.push(
      setTimeout(() => signalGroup(group, 'SIGKILL'), step.grace.afterInterrupt + step.grace.afterTerminate),
    );
  }

  if (step.signal.aborted) stop();
  step.signal.addEventListener('abort', stop, { once: true });
  return () => {
    step.signal.removeEventListener('abort', stop);
    for (const timer of timers) clearTimeout(timer);
    if (step.signal.aborted) signalGroup(group, 'SIGKILL');
  };
}
