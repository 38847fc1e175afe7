import type { ControlEntry } from '../../control/control.ts';
import { activeSwitches } from '../../control/switches.ts';
import { shortSha } from '../view.ts';
import { formatAge } from './age.ts';
import { describeScope } from './scope.ts';
import { cell, type Table } from './table.ts';

/** The chain of control commits, newest first. */
export type AuditListing = {
  /** When it was looked at, ISO 8601. */
  readonly now: string;
  readonly entries: readonly AuditLine[];
  /** There are older ones that are not listed. */
  readonly more: boolean;
};

/** `entry` is null where a commit can't be read; while it was the newest, that counted as paused. */
export type AuditLine = {
  readonly oid: string;
  /** ISO 8601. */
  readonly committedAt: string;
  readonly entry: ControlEntry | null;
};

export function describeAudit({ entries, more }: AuditListing): string {
  const count = entries.length === 1 ? 'One entry' : `${entries.length} entries`;
  return entries.length === 0
    ? 'The log is empty; the first patch or the first command begins it.'
    : `${count}, newest first${more ? '; older ones are in the history of refs/ghost/control' : ''}.`;
}

export function tabulateAudit({ now, entries }: AuditListing): Table {
  return {
    title: 'Log',
    head: ['commit', 'when', 'who', 'from', 'did', 'why', 'result', 'switches since'],
    rows: entries.map(({ oid, committedAt, entry }) =>
      entry === null
        ? [
            shortSha(oid),
            formatAge(committedAt, now),
            'unknown',
            'unknown',
            UNREADABLE,
            '',
            '',
            'paused',
          ].map((text) => cell(text))
        : [
            shortSha(oid),
            formatAge(committedAt, now),
            whoOf(entry),
            entry.act.surface,
            whatOf(entry),
            entry.act.reason ?? '',
            entry.act.result ?? '',
            switchesOf(entry, committedAt),
          ].map((text) => cell(text)),
    ),
  };
}

const UNREADABLE = 'something that can not be read';

function whoOf({ act: { by, role } }: ControlEntry): string {
  return role === undefined ? by : `${by} (${role})`;
}

function whatOf({ act: { verb, patch, confirm } }: ControlEntry): string {
  return [verb, patch, confirm === true ? '(confirmed)' : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Those that stood then; what had just ended is kept beside them. */
function switchesOf({ switches }: ControlEntry, committedAt: string): string {
  const standing = activeSwitches(switches, new Date(committedAt));
  return standing.length === 0
    ? 'none'
    : standing.map(({ state, scope }) => `${state}: ${describeScope(scope)}`).join(', ');
}
