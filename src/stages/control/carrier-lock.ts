import { parseControl } from '../../control/control.ts';
import { type Switch, strictestSwitch } from '../../control/switches.ts';
import { CONTROL_REF } from '../../record/record.ts';
import { patchOf } from '../run-title.ts';
import type { ControlContext } from './context.ts';

/**
 * The lock of the account by which another attempt of a patch was sent. Its run leaves the record alone, which is not
 * that account's, so that only GitHub's list of runs says who that was. null: there is no such run, as far as that tells.
 * `since` is when it was sent.
 */
export async function findCarrierLock(
  { repository, runs, clock }: Pick<ControlContext, 'repository' | 'runs' | 'clock'>,
  { id, since }: { readonly id: string; readonly since: Date },
): Promise<Switch | null> {
  const from = new Date(since.getTime() - CLOCKS_DIFFER_MS).toISOString();
  const [{ refs }, found] = await Promise.all([
    repository.read({ refs: [CONTROL_REF] }),
    runs.list({ event: 'repository_dispatch', since: from, limit: MOST_RUNS }),
  ]);
  const { switches = [] } = parseControl(refs.get(CONTROL_REF)?.message ?? '') ?? {};
  const locks = switches.filter(({ state, scope }) => state === 'locked' && scope.kind === 'sender');
  const senders = found.filter((run) => patchOf(run) === id).map(({ actor }) => actor);
  return strictestSwitch(locks, { senders }, clock.now());
}

/** GitHub's and ours. */
const CLOCKS_DIFFER_MS = 60_000;

/** One request. */
const MOST_RUNS = 100;
