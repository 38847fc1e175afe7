import { type Control, readControl } from '../control/control.ts';
import type { Whom } from '../control/switches.ts';
import type { Outcome } from '../record/outcome.ts';
import { branchName, CONTROL_REF, type PatchRecord, recordRef } from '../record/record.ts';
import { parseRecord } from '../record/text.ts';
import type { Snapshot } from './ports.ts';
import { sendersOf } from './senders.ts';

export function branchRef(id: string): string {
  return `refs/heads/${branchName(id)}`;
}

/** What control says to these patches. An absent switch is running only as long as no patch was ever handled here. */
export function controlOf(
  snapshot: Pick<Snapshot, 'refs' | 'anyRefUnder'>,
  now: Date,
  whom: Whom = {},
): Control {
  const commit = snapshot.refs.get(CONTROL_REF) ?? null;
  return commit === null && !snapshot.anyRefUnder
    ? { state: 'running' }
    : readControl(commit?.message ?? null, now, whom);
}

/** Whom a switch must be about to stop the patch on record: any who sent it, or the branch that it is meant for. */
export function whomOf(record: PatchRecord, defaultBranch: string): Required<Whom> {
  return { branch: record.base?.branch ?? defaultBranch, senders: sendersOf(record) };
}

/** What a stop makes of a patch. */
export type Stopped = Extract<Outcome, { readonly kind: 'halted' | 'held' }>;

/** A lock refuses it, a pause only holds it. */
export function stoppedBy(
  control: Pick<Exclude<Control, { readonly state: 'running' }>, 'state' | 'reason' | 'until'>,
): Stopped {
  const { state, reason, until } = control;
  return state === 'locked'
    ? { kind: 'halted', state, reason }
    : { kind: 'held', state, reason, ...(until === undefined ? {} : { until }) };
}

/** The patch's record as it stands; null: there is none. */
export function readPrevious(
  snapshot: Pick<Snapshot, 'refs'>,
  id: string,
): PatchRecord | null | 'unreadable' {
  const commit = snapshot.refs.get(recordRef(id)) ?? null;
  if (commit === null) {
    return null;
  }
  const parsed = parseRecord(commit.message);
  return parsed.ok ? parsed.record : 'unreadable';
}
