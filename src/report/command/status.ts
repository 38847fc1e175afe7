import type { Control } from '../../control/control.ts';
import type { Switch } from '../../control/switches.ts';
import type { PatchRecord } from '../../record/record.ts';
import { formatTime } from '../phrases.ts';
import { formatSeconds } from '../seconds.ts';
import { formatAge } from './age.ts';
import { describeControl, describeScope } from './scope.ts';
import { type Cell, cell, type Table } from './table.ts';

/** What `status` shows: everything with the time at which it was seen, so that each carries its age. */
export type StatusReport = {
  /** When it was looked at, ISO 8601. */
  readonly now: string;
  /** For the repository as a whole. */
  readonly control: Control;
  /** All that count now, scoped ones included. */
  readonly switches: readonly Switch[];
  /** Newest first; a record that can't be read is named all the same. */
  readonly patches: readonly PatchStatus[];
  /** How many records there are, where not all are among `patches`. */
  readonly total: number;
  /** null: unknown. Absent: the config asks for none. */
  readonly canary?: CanaryStatus | null;
  /** How many pull requests from patches are open. Absent: the config has no limit, or nobody can tell. */
  readonly open?: { readonly count: number; readonly limit: number };
};

/** `recordedAt` is when the record was written, ISO 8601. */
export type PatchStatus =
  | { readonly ok: true; readonly record: PatchRecord; readonly recordedAt: string }
  | { readonly ok: false; readonly id: string; readonly problem: string; readonly recordedAt: string };

/** When the last one went all the way, and the seconds that it took. */
export type CanaryStatus = { readonly arrivedAt: string; readonly seconds: number; readonly late: boolean };

/** What holds and how many patches stand where, in sentences; `about`: those about the one that was asked for, instead. */
export function describeStatus(status: StatusReport, about?: string): string {
  return [
    ...(about === undefined ? [] : [about]),
    describeControl(status.control),
    ...(about === undefined ? [describeCounts(status)] : []),
    ...(status.open === undefined ? [] : [describeOpen(status.open)]),
    ...(status.canary === undefined ? [] : [describeCanary(status.canary, status.now)]),
  ].join(' ');
}

function describeCounts(status: StatusReport): string {
  const { total, patches } = status;
  if (total === 0) {
    return 'No patch was handled here yet.';
  }
  const counts = [...countStates(status)].map(([state, count]) => `${count} ${state}`).join(', ');
  const unseen = total - patches.length;
  return `${total} ${total === 1 ? 'patch' : 'patches'}${counts === '' ? '' : `: ${counts}`}${unseen > 0 ? `, ${unseen} not looked at` : ''}.`;
}

function describeOpen({ count, limit }: NonNullable<StatusReport['open']>): string {
  const are = count === 1 ? '1 pull request from a patch is' : `${count} pull requests from patches are`;
  return count < limit
    ? `${are} open, and at most ${limit} may be.`
    : `${are} open, and new patches are refused, because at most ${limit} may be: merge or close some.`;
}

/** Switches that count, then patches. */
export function tabulateStatus(status: StatusReport): readonly Table[] {
  const { now, switches, patches, total } = status;
  return [
    {
      title: 'Switches',
      head: ['state', 'of', 'by', 'set', 'until', 'reason'],
      rows: switches.map(({ state, scope, by, at, until, reason }) => [
        cell(state),
        cell(describeScope(scope)),
        cell(by),
        cell(formatAge(at, now)),
        cell(until === undefined ? 'no end' : formatTime(until)),
        cell(reason),
      ]),
    },
    tabulatePatches({ title: 'Patches', now, patches, total }),
  ].filter(({ rows }) => rows.length > 0);
}

/** `total` is how many patches there are, where not all are shown. */
export function tabulatePatches({
  title,
  now,
  patches,
  total,
}: Pick<StatusReport, 'now' | 'patches' | 'total'> & { readonly title: string }): Table {
  return {
    title,
    head: ['patch', 'state', 'since', 'attempt', 'pull request', 'checks', 'sent by'],
    rows: patches.map((patch) => describePatch(patch, now)),
    omitted: total - patches.length,
  };
}

/** One word for where a patch stands; what should have ended by now says so. */
export function stateOf({ record }: { readonly record: PatchRecord }, now: string): string {
  if (record.outcome !== undefined) {
    return record.outcome.kind;
  }
  return new Date(record.deadline) <= new Date(now) ? `${record.state} past its deadline` : record.state;
}

function countStates({ patches, now }: StatusReport): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const patch of patches) {
    const state = patch.ok ? stateOf(patch, now) : UNREADABLE;
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

const UNREADABLE = 'unreadable';
const UNKNOWN = 'unknown';
const NONE = 'none';

/** Nobody looked since, or there are none: the record tells these apart only once there was one. */
const NONE_SEEN = 'no checks seen';

function describePatch(patch: PatchStatus, now: string): readonly Cell[] {
  const age = cell(formatAge(patch.recordedAt, now));
  if (!patch.ok) {
    return [
      cell(patch.id),
      cell(`${UNREADABLE}: ${patch.problem}`),
      age,
      ...Array.from({ length: 4 }, () => cell(UNKNOWN)),
    ];
  }
  const { id, run, attempt, pullRequest, sender } = patch.record;
  return [
    cell(id),
    cell(stateOf(patch, now), run.url),
    age,
    cell(String(attempt)),
    pullRequest === undefined ? cell(NONE) : cell(`#${pullRequest.number}`, pullRequest.url),
    cell(describeChecks(patch.record, now)),
    cell(sender),
  ];
}

/** Checks of a commit that is no longer the published one say nothing. */
function describeChecks({ ci, head, pullRequest }: PatchRecord, now: string): string {
  if (pullRequest === undefined) {
    return NONE;
  }
  return ci === undefined || ci.sha !== head ? NONE_SEEN : `${ci.state}, seen ${formatAge(ci.at, now)}`;
}

export function describeCanary(canary: CanaryStatus | null, now: string): string {
  if (canary === null) {
    return 'Nothing is known of the canary; none has arrived yet.';
  }
  const { arrivedAt, seconds, late } = canary;
  const said = `The last canary arrived ${formatAge(arrivedAt, now)}, after ${formatSeconds(seconds)}`;
  return late ? `${said}, and the next one is late; look at its runs.` : `${said}.`;
}
