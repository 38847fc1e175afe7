import type { ChildProcess } from 'node:child_process';
import type { Annotation, WorkflowStep } from '../../contract.ts';
import { killOrphans, signalGroup } from './orphans.ts';
import {
  type DescribedAction,
  type FromJob,
  isFromJob,
  type JobEnd,
  type JobSpec,
  type ToJob,
} from './protocol.ts';

/** One job in a process of its own. */
export type JobProcess = {
  /** Never rejects: a process that is lost is a failure of the job. */
  readonly ended: Promise<JobEnd>;
  /** Steps that run on cancel still get their turn. */
  readonly cancel: () => void;
  /** Ends everything at once. */
  readonly kill: () => void;
};

export type JobListener = {
  readonly log: (text: string) => void;
  readonly steps: (steps: readonly WorkflowStep[]) => void;
  readonly annotation: (annotation: Annotation) => void;
  readonly summary: (text: string) => void;
  /** Reads an action of the checked-out tree. */
  readonly describe: (path: string, text: string) => Promise<DescribedAction>;
};

/** Has a worker, which must be a fresh one, run the job. */
export function startJobProcess(
  child: ChildProcess,
  job: JobSpec,
  timeoutMinutes: number,
  listener: JobListener,
): JobProcess {
  const groups = new Set<number>();
  let end: JobEnd | undefined;
  let stop: 'cancelled' | 'timed out' | undefined;

  const deadline = setTimeout(() => stopFor('timed out'), Math.min(timeoutMinutes * MINUTE, LONGEST_TIMER));
  let patience: NodeJS.Timeout | undefined;

  child.stdout?.setEncoding('utf8').on('data', (text: string) => listener.log(text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => listener.log(text));
  child.on('message', (message) => {
    if (isFromJob(message)) receive(message);
  });
  send(child, { type: 'start', job });

  const ended = new Promise<JobEnd>((resolve) => {
    child.on('error', (error) => listener.log(`##[error]The job's process failed: ${error.message}\n`));
    child.on('close', (_code, signal) => resolve(conclude(signal)));
  });

  function receive(message: FromJob): void {
    if (message.type === 'steps') listener.steps(message.steps);
    if (message.type === 'annotation') listener.annotation(message.annotation);
    if (message.type === 'summary') listener.summary(message.text);
    if (message.type === 'group') groups.add(message.id);
    if (message.type === 'describe') void answer(message);
    if (message.type === 'done') end = message.end;
  }

  async function answer(question: FromJob & { type: 'describe' }): Promise<void> {
    const described = await listener
      .describe(question.path, question.text)
      .catch((error: unknown): DescribedAction => ({ ok: false, problem: String(error) }));
    send(child, { type: 'described', request: question.request, described });
  }

  function stopFor(reason: 'cancelled' | 'timed out'): void {
    stop ??= reason;
    send(child, { type: 'cancel' });
    patience ??= setTimeout(kill, job.grace.inAll);
  }

  function kill(): void {
    stop ??= 'cancelled';
    killEverything();
  }

  function killEverything(): void {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    for (const group of groups) signalGroup(group, 'SIGKILL');
    const orphans = killOrphans({ trackingId: job.trackingId, root: job.directories.root });
    if (orphans > 0) listener.log(`Cleaned up ${orphans} orphan processes\n`);
  }

  function conclude(signal: NodeJS.Signals | null): JobEnd {
    clearTimeout(deadline);
    clearTimeout(patience);
    killEverything();
    if (stop === 'timed out') {
      report(`The job has exceeded the maximum execution time of ${timeoutMinutes} minutes.`);
      return { conclusion: 'cancelled', outputs: end?.outputs ?? {} };
    }
    if (stop === 'cancelled') return end ?? { conclusion: 'cancelled', outputs: {} };
    if (end !== undefined) return end;
    report(`The runner was lost${signal === null ? '' : `: its process was ended by ${signal}`}.`);
    return { conclusion: 'failure', outputs: {} };
  }

  function report(message: string): void {
    listener.log(`##[error]${message}\n`);
    listener.annotation({ level: 'error', message });
  }

  return { ended, cancel: () => stopFor('cancelled'), kill };
}

const MINUTE = 60_000;

/** Node's timers overflow beyond 2^31 - 1 ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** A process that is gone hears nothing, which its end tells us anyway. */
function send(child: ChildProcess, message: ToJob): void {
  if (child.connected) child.send(message, () => undefined);
}
