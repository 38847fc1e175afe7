import type { Command } from '../../control/command.ts';
import { addSwitch, type Switch, standingFor } from '../../control/switches.ts';
import type { PatchRecord } from '../../record/record.ts';
import type { Observation } from '../../report/command/report.ts';
import { RUN_TITLE } from '../run-title.ts';
import type { Answer } from './answer.ts';
import { settleCanceled } from './cancel.ts';
import { waitForClaims } from './claims.ts';
import type { ControlContext, Order } from './context.ts';
import { type EndedRun, endRuns, observeRun, wasCancelled } from './end-runs.ts';
import { afterChange } from './interrupted.ts';
import type { RunState } from './ports.ts';
import { listRecords, observeRecord } from './records.ts';
import { moveSwitches, observeControl } from './switchboard.ts';

/**
 * Locks, then ends every run: first what keeps anything new from being written, then what was under way. Each run is
 * named with the end that GitHub gives it. It is confirmed when nobody is still making a pull request either, such as a
 * pass of the watch for a run that had died before.
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
  const moved = await moveSwitches(context, order, ({ switches }) => ({
    switches: addSwitch(switches, lock, order.requestedAt),
    result: 'Locked everything.',
  }));
  if (moved.kind === 'raced') {
    return { kind: 'refused', refusal: { why: 'raced' } };
  }
  const seen = moved.kind === 'moved' ? [observeControl(moved)] : [];
  const ended = await afterChange(seen, () => endEveryRun(context));
  const runs = ended.map(observeRun);
  const over = idsOf(ended.filter((run) => run.over));
  const cancelled = idsOf(ended.filter(wasCancelled));
  // A claim whose run had failed before may be in the hands of a pass that makes its pull request.
  const settled = await afterChange([...seen, ...runs], () =>
    settleThose(context, order, ({ state, run }) => (state === 'applied' ? over : cancelled).has(run.id)),
  );
  const changed = [...seen, ...runs, ...settled];
  const left = await afterChange(changed, () => waitForClaims(context, lock));
  const late = await afterChange(changed, () => settleThose(context, order, ({ run }) => over.has(run.id)));
  const live = ended.filter(({ over }) => !over).length;
  const wasLocked = standingFor(moved.board.switches, lock) !== null;
  const done = ended.length === 0 && wasLocked ? 'unchanged' : 'done';
  return {
    kind: 'result',
    result: {
      verb: 'kill',
      done: live > 0 || left.length > 0 ? 'unconfirmed' : done,
      id: null,
      ended: ended.length - live,
      live,
      publishing: left.map(({ id }) => id),
    },
    observed: [...changed, ...late],
  };
}

/** The workflow that works on patches. */
export const WORKFLOW_FILE = 'ghost-runner.yml';

/**
 * The runs that are ours, and those that records name, whatever these look like. A run that was on its way while they
 * were listed is found by listing them again.
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
  const ours = active.filter(isOfPatches).map(({ id }) => id);
  const named = records.flatMap((listed) =>
    listed.ok && isUnderWay(listed.record) && listed.record.run.id !== 0 ? [listed.record.run.id] : [],
  );
  return [...new Set([...ours, ...named])].filter((id) => id !== own.id);
}

/**
 * A repository may call our workflow from one of its own, where it is to wait for something first, or have it under another
 * name, where its title tells. Others may have such a title too, as of a pull request, but are started by other events.
 */
function isOfPatches({ path, calls, event, title }: RunState): boolean {
  return (
    [path, ...calls].some((file) => file.endsWith(`/${WORKFLOW_FILE}`)) ||
    (event === 'repository_dispatch' && title.startsWith(RUN_TITLE))
  );
}

function isUnderWay({ state }: { readonly state: string }): boolean {
  return state === 'applied' || state === 'publishing';
}

function idsOf(runs: readonly EndedRun[]): ReadonlySet<number> {
  return new Set(runs.map(({ id }) => id));
}

/** However its run ended: with what failed the watch would go on. */
async function settleThose(
  context: ControlContext,
  order: Pick<Order, 'actor'>,
  isMeant: (record: PatchRecord) => boolean,
): Promise<readonly Observation[]> {
  const observed: Observation[] = [];
  for (const listed of await listRecords(context.ledger)) {
    if (listed.ok && isUnderWay(listed.record) && isMeant(listed.record)) {
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
