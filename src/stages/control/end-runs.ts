import type { Observation } from '../../report/command/report.ts';
import type { ControlContext } from './context.ts';
import { lookUntil } from './poll.ts';
import type { RunState } from './ports.ts';

/** A run that was told to end, as GitHub shows it afterwards. */
export type EndedRun = {
  readonly id: number;
  /** GitHub says that it is over, or knows no such run any more. */
  readonly over: boolean;
  /** null: it was not seen; where it is over all the same, GitHub knows no such run. */
  readonly run: RunState | null;
  /** Why it could not be told to end, or not be looked at. */
  readonly problem?: string;
};

/**
 * Tells runs to end and waits until GitHub says that they have. Those that do not end within GRACE_SECONDS are forced
 * to; `force` leaves them no grace.
 */
export async function endRuns(
  context: ControlContext,
  ids: readonly number[],
  { force }: { readonly force: boolean },
): Promise<readonly EndedRun[]> {
  const gently = force ? [] : await endAll(context, ids, { force: false, seconds: GRACE_SECONDS });
  const left = force ? ids : gently.filter(({ over }) => !over).map(({ id }) => id);
  const forced = await endAll(context, left, { force: true, seconds: FORCE_SECONDS });
  return [...gently.filter(({ over }) => over), ...forced];
}

/** Ended by its cancellation, and not by itself before that took hold; also said of a run that is gone. */
export function wasCancelled({ over, run }: EndedRun): boolean {
  return over && (run === null || run.conclusion === 'cancelled');
}

export function observeRun(ended: EndedRun): Observation {
  const { id, run, problem } = ended;
  const state = describeRun(ended);
  return {
    kind: 'run',
    name: String(id),
    state: problem === undefined ? state : `${state} (${problem})`,
    ...(run === null ? {} : { url: run.url, at: run.updatedAt }),
  };
}

function describeRun({ over, run }: EndedRun): string {
  if (run === null) {
    return over ? 'unknown to GitHub' : 'not seen';
  }
  return run.conclusion === null ? run.status : `${run.status}: ${run.conclusion}`;
}

/** GitHub gives each step of a cancelled job ten seconds; who takes much longer does not want to end. */
const GRACE_SECONDS = 45;

/** A forced end takes seconds; after this the run is named as one that lives on. */
const FORCE_SECONDS = 60;

async function endAll(
  context: ControlContext,
  ids: readonly number[],
  { force, seconds }: { readonly force: boolean; readonly seconds: number },
): Promise<readonly EndedRun[]> {
  let looked: readonly EndedRun[] = await inBatches(ids, (id) => ask(context, id, force));
  await lookUntil(context, ids.length === 0 ? 0 : seconds, async () => {
    looked = await inBatches(looked, (one) => (one.over ? one : look(context, one)));
    return looked.every(({ over }) => over) || null;
  });
  return looked;
}

async function inBatches<One, Other>(
  all: readonly One[],
  work: (one: One) => Other | Promise<Other>,
): Promise<readonly Other[]> {
  const done: Other[] = [];
  for (let start = 0; start < all.length; start += SIDE_BY_SIDE) {
    done.push(...(await Promise.all(all.slice(start, start + SIDE_BY_SIDE).map(async (one) => work(one)))));
  }
  return done;
}

/** More requests at a time are what GitHub's secondary limit is there against. */
const SIDE_BY_SIDE = 10;

/** One run that can't be told must not keep others from being told. */
async function ask({ runs }: ControlContext, id: number, force: boolean): Promise<EndedRun> {
  const unseen = { id, over: false, run: null };
  try {
    await runs.cancel(id, { force });
    return unseen;
  } catch (error) {
    return { ...unseen, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** One that can't be looked at is not known to be over. */
async function look({ runs }: ControlContext, ended: EndedRun): Promise<EndedRun> {
  try {
    const run = await runs.get(ended.id);
    const { problem: _, ...told } = ended;
    return run === null || run.status === 'completed' ? { ...told, run, over: true } : { ...ended, run };
  } catch (error) {
    return { ...ended, problem: error instanceof Error ? error.message : String(error) };
  }
}
