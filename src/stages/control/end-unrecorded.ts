import { patchOf } from '../run-title.ts';
import type { Answer } from './answer.ts';
import type { ControlContext, PatchOrder } from './context.ts';
import { type EndedRun, endRuns, observeRun } from './end-runs.ts';
import type { RunState } from './ports.ts';

/**
 * Ends the runs of a patch that is on no record, as far as their titles say whose they are. One that failed before it left
 * a record would be started again by the watch, which asks the log first: this command stands there from now on. null: there
 * is no such run, so that nobody knows of such a patch.
 */
export async function endUnrecorded(context: ControlContext, order: PatchOrder): Promise<Unrecorded | null> {
  const { id, command, shown } = order;
  // Whoever has seen something of it means what is on record.
  const runs = shown === undefined ? await findRuns(context, id) : [];
  if (runs.length === 0) {
    return null;
  }
  const live = runs.filter(({ status }) => status !== 'completed');
  const failed = runs.filter(({ status }) => status === 'completed');
  const ended = await endRuns(
    context,
    live.map((run) => run.id),
    { force: command.verb === 'kill' },
  );
  const left = ended.filter(({ over }) => !over).length;
  const done = left > 0 ? 'unconfirmed' : 'done';
  const seen = [...ended, ...failed.map((run): EndedRun => ({ id: run.id, over: true, run }))];
  return {
    told: ended,
    answer: {
      kind: 'result',
      result:
        command.verb === 'kill'
          ? { verb: 'kill', done, id, ended: ended.length - left, live: left, unrecorded: true }
          : { verb: 'cancel', done, id, unrecorded: true },
      observed: seen.map(observeRun),
    },
  };
}

type Unrecorded = {
  /** Those that were under way. */
  readonly told: readonly EndedRun[];
  /** Where none of them has put the patch on record meanwhile. */
  readonly answer: Answer;
};

/** The runs of a patch that have not ended, as far as their titles say whose they are. */
export async function findLiveRuns({ runs }: ControlContext, id: string): Promise<readonly RunState[]> {
  const active = await runs.list({ event: 'repository_dispatch', limit: MOST_RUNS, status: 'active' });
  return active.filter((run) => patchOf(run) === id);
}

/** Those under way, and those that failed as long ago as the watch looks for them. */
async function findRuns(context: ControlContext, id: string): Promise<readonly RunState[]> {
  const { runs, clock } = context;
  const since = new Date(clock.now().getTime() - LOOKED_FOR_MS).toISOString();
  const [active, failed] = await Promise.all([
    findLiveRuns(context, id),
    runs.list({ event: 'repository_dispatch', limit: MOST_RUNS, status: 'failure', since }),
  ]);
  return [...active, ...failed.filter((run) => patchOf(run) === id)];
}

/** Milliseconds; nobody misses a patch for longer without asking. */
const LOOKED_FOR_MS = 72 * 3_600_000;

/** Of each kind; each hundred costs a request. */
const MOST_RUNS = 300;
