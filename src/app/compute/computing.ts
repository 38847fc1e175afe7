import type { Compute, Jobs } from '../../stages/compute.ts';
import { UNDONE } from '../../stages/undone.ts';
import { RequestProblem } from '../http/problem.ts';
import type { Result, Task } from './protocol.ts';
import { createRounds } from './rounds.ts';
import { createWorkerProcess, type Ended, LIMITS, type WorkerLimits } from './worker-process.ts';

/** Works on patches in a process beside the one that answers people, who wait for none of it but their own. */
export type Computing = {
  /** For one repository. Its work is done one piece after the other, in turn with that for others. */
  for(repository: string): Compute;
  close(): Promise<void>;
};

export function createComputing(limits: WorkerLimits = LIMITS): Computing {
  const worker = createWorkerProcess(limits);
  const rounds = createRounds({ atOnce: MOST_AT_ONCE, mostWaiting: MOST_WAITING });
  // What is read without a turn, such as a patch that somebody sends, has to come one repository after the other too.
  const pieces = createRounds({ atOnce: 1, mostWaiting: Number.POSITIVE_INFINITY });
  const work = async <Job extends keyof Jobs>(repository: string, task: Task<Job>): Promise<Result<Job>> => {
    const ended = await (pieces.take(repository, () => worker.run(task)) ?? refuse(repository));
    return ended.kind === 'done' ? ended.result : UNDONE[task.job](task.input, whyEnded(ended, limits));
  };
  return {
    for: (repository) => ({
      read: (input) => work(repository, { job: 'read', input }),
      readUnder: (input) => work(repository, { job: 'readUnder', input }),
      plan: (input) => work(repository, { job: 'plan', input }),
      name: (input) => work(repository, { job: 'name', input }),
      show: (input) => work(repository, { job: 'show', input }),
      diff: (input) => work(repository, { job: 'diff', input }),
      inTurn: async (work, signal) => rounds.take(repository, work, signal) ?? refuse(repository),
    }),
    close: () => worker.close(),
  };
}

/**
 * Of all repositories together, from reading their files on: each may hold 32 MB of them, more than once on its way.
 * One of them is worked on while the others wait for GitHub.
 */
const MOST_AT_ONCE = 3;

/** For one repository: with what each may take at most, whoever comes last has given up by then. */
const MOST_WAITING = 20;

function refuse(repository: string): never {
  throw new RequestProblem({
    status: 429,
    code: 'too_many',
    detail: `${MOST_WAITING} patches for ${repository} wait to be looked at already; send it again in a minute.`,
    retryAfterSeconds: 60,
  });
}

function whyEnded(
  { kind }: Exclude<Ended<never>, { kind: 'done' }>,
  { milliseconds, megabytes }: WorkerLimits,
) {
  return kind === 'late'
    ? `The server worked on this patch for ${milliseconds / 1000} seconds and then gave up; send it in smaller parts.`
    : `This patch needs more than the ${megabytes} MB of memory that the server has for one; send it in smaller parts.`;
}
