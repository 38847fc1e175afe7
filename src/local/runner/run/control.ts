/** How a run is told to end. */
export type RunControl = {
  /** Someone asked for the end of the run; `cancelled()` in expressions. */
  readonly cancelled: boolean;
  /** Nothing more may start, whatever its condition says. */
  readonly forced: boolean;
  /** Jobs whose conditions hold all the same go on, unless it is forced. */
  cancel(force: boolean): void;
  /** Announces a job that waits or runs. `survives`: does its condition hold in a cancelled run? */
  enlist(survives: () => boolean): JobControl;
};

export type JobControl = {
  /** The job is to end; steps that run on cancel get their turn. */
  readonly stopped: AbortSignal;
  /** The job is to end at once. */
  readonly killed: AbortSignal;
  readonly stop: () => void;
  /** The job is over. */
  readonly retire: () => void;
};

export function createRunControl(): RunControl {
  const jobs = new Set<{ readonly survives: () => boolean; stop(): void; kill(): void }>();
  const state = { cancelled: false, forced: false };

  function cancel(force: boolean): void {
    state.cancelled = true;
    state.forced ||= force;
    for (const job of jobs) {
      if (force) job.kill();
      else if (!job.survives()) job.stop();
    }
  }

  function enlist(survives: () => boolean): JobControl {
    const stopped = new AbortController();
    const killed = new AbortController();
    const job = { survives, stop: () => stopped.abort(), kill };
    jobs.add(job);

    function kill(): void {
      killed.abort();
      stopped.abort();
    }

    return {
      stopped: stopped.signal,
      killed: killed.signal,
      stop: () => stopped.abort(),
      retire: () => void jobs.delete(job),
    };
  }

  return {
    get cancelled() {
      return state.cancelled;
    },
    get forced() {
      return state.forced;
    },
    cancel,
    enlist,
  };
}
