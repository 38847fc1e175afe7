import { parseControl } from '../../control/control.ts';
import { strictestSwitch } from '../../control/switches.ts';
import { isOurs } from '../../record/life.ts';
import { CONTROL_REF, type PatchRecord } from '../../record/record.ts';
import { successorOf } from '../../record/successor.ts';
import type { CommandRefusal } from '../../report/command/refusal.ts';
import { controlOf } from '../standing.ts';
import type { PatchState } from './patch.ts';

/** Why nothing may be done now that leads to a branch, a pull request or a merge; null where nothing is in the way. */
export function findObstacle(state: PatchState, now: Date): CommandRefusal | null {
  const { record, branch } = state;
  if (branch !== null && !isOurs(branch, record)) {
    return findStop(state, now) ?? { why: 'branch_edited', id: record.id };
  }
  return findStop(state, now);
}

/** Why a pull request that is over, which is that of this record, stays so. */
export function whyOver(state: 'closed' | 'merged', record: PatchRecord): CommandRefusal {
  const { id } = record;
  const by = successorOf(record);
  return state === 'closed' && by !== undefined ? { why: 'superseded', id, by } : { why: state, id };
}

/** The switch that stops this patch now. */
export function findStop({ whom, snapshot }: PatchState, now: Date): CommandRefusal | null {
  const control = controlOf(snapshot, now, whom);
  if (control.state === 'running') {
    return null;
  }
  const message = snapshot.refs.get(CONTROL_REF)?.message;
  const entry = message === undefined ? null : parseControl(message);
  const by = entry === null ? null : strictestSwitch(entry.switches, whom, now);
  return by === null ? { why: 'control_unreadable', reason: control.reason } : { why: by.state, by };
}
