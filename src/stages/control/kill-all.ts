import type { Command } from '../../control/command.ts';
import { addSwitch, type Switch } from '../../control/switches.ts';
import type { Observation } from '../../report/command/report.ts';
import type { Answer } from './answer.ts';
import { settleCanceled } from './cancel.ts';
import type { ControlContext, Order } from './context.ts';
import { type EndedRun, endRuns, observeRun } from './end-runs.ts';
import { afterChange } from './interrupted.ts';
import { listRecords, observeRecord } from './records.ts';
import { moveSwitches, observeControl } from './switchboard.ts';

/**
 * Locks, then ends every run: first what keeps anything new from being written, then what was under way. Each run is
 * named with the end that GitHub gives it.
 */
export async function killAll(
  context: ControlContext,
  order: Order<Extract<Command, { readonly verb: 'kill' }>>,
): Promise<Answer> {
  const lock: Switch = {
    state: 'locked',
    scope: { kind: 'repository' },
    reason: 'everything was ended with "kill all"',
    by: order.actor,
    at: order.requestedAt.toISOString(),
  };
  const moved = await moveSwitches(context, order, ({ entry, switches }) => {
    const next = addSwitch(switches, lock, order.requestedAt);
    return entry !== null && !next.includes(lock) ? null : { switches: next, result: 'Locked everything.' };
  });
  if (moved.kind === 'raced') {
    return { kind: 'refused', refusal: { why: 'raced' } };
  }
  const seen = moved.kind === 'moved' ? [observeControl(moved)] : [];
  const ended = await afterChange(seen, () => endEveryRun(context));
  const runs = ended.map(observeRun);
  const records = await afterChange([...seen, ...runs], () => settleAll(context, order, ended));
  const live = ended.filter(({ over }) => !over).length;
  const done = ended.length === 0 && moved.kind === 'unchanged' ? 'unchanged' : 'done';
  return {
    kind: 'result',
    result: {
      verb: 'kill',
      done: live > 0 ? 'unconfirmed' : done,
      id: null,
      ended: ended.length - live,
      live,
    },
    observed: [...seen, ...runs, ...records],
  };
}

/** The workflow that works on patches. */
export const WORKFLOW_FILE = 'ghost-runner.yml';

/**
 * The runs of our workflow, and those that records name, for a repository may call the workflow from one of its own.
 * A run that was on its way while they were listed is found by listing them again.
 */
async function endEveryRun(context: ControlContext): Promise<readonly EndedRun[]> {
  const ended = new Map<number, EndedRun>();
  for (let round = 0; round < MOST_LISTINGS; round += 1) {
    const found = (await activeRuns(context)).filter((id) => !ended.has(id));
    if (found.length === 0) {
      break;
    }
    for (const run of await endRuns(context, found, { force: true })) {
      ended.set(run.id, run);
    }
  }
  return [...ended.values()];
}

/** Each is locked out already, so whatever starts later can write nothing. */
const MOST_LISTINGS = 5;

/** Whoever has more under way than GitHub lists at once is told so by what is left. */
const MOST_RUNS = 1000;

async function activeRuns({ runs, ledger, run: own }: ControlContext): Promise<readonly number[]> {
  const [active, records] = await Promise.all([
    runs.list({ status: 'active', limit: MOST_RUNS }),
    listRecords(ledger),
  ]);
  const ours = active.filter(({ path }) => path.endsWith(`/${WORKFLOW_FILE}`)).map(({ id }) => id);
  const named = records.flatMap((listed) =>
    listed.ok && isUnderWay(listed.record) && listed.record.run.id !== 0 ? [listed.record.run.id] : [],
  );
  return [...new Set([...ours, ...named])].filter((id) => id !== own.id);
}

function isUnderWay({ state }: { readonly state: string }): boolean {
  return state === 'applied' || state === 'publishing';
}

/** The records of the runs that are over, however they ended: with what failed the watch would go on. */
async function settleAll(
  context: ControlContext,
  order: Pick<Order, 'actor'>,
  ended: readonly EndedRun[],
): Promise<readonly Observation[]> {
  const over = new Set(ended.filter((run) => run.over).map(({ id }) => id));
  const observed: Observation[] = [];
  for (const listed of await listRecords(context.ledger)) {
    if (listed.ok && isUnderWay(listed.record) && over.has(listed.record.run.id)) {
      const settled = await settleCanceled(context, listed.id, { of: listed.record, order });
      observed.push(
        'record' in settled
          ? observeRecord(settled.record)
          : { kind: 'record', name: listed.id, state: `not settled: ${settled.kind}` },
      );
    }
  }
  return observed;
}
