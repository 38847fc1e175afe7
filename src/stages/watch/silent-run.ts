import { lostRunKey } from '../../record/watch-entry.ts';
import type { RunState } from '../control/ports.ts';
import { patchOf } from '../run-title.ts';
import type { Action } from './action.ts';
import { MAX_ATTEMPTS, REST_MS } from './dead-run.ts';
import { type Facts, readable, stopOf } from './facts.ts';

/** What says which of them are to be looked at. */
export type SilentFacts = Pick<Facts, 'failed' | 'watch'> & Parameters<typeof stopOf>[0];

/** A run that failed before it left a record, and the id of its patch. */
export type SilentRun = { readonly id: string; readonly run: RunState };

/**
 * Deliveries whose run died before it left a word: no record names the run, and none the patch. What was sent lies in
 * the run's event alone, so that the run itself is started again. One that failed for a reason of its own fails once
 * more, which costs two runs; one whose patch is on record by another delivery is left alone, because what it carries
 * may be older than that.
 */
export function silentRuns({ failed, records }: Pick<Facts, 'failed' | 'records'>): readonly SilentRun[] {
  const told = new Set(readable(records).map(({ record }) => record.run.id));
  const known = new Set(records.map(({ id }) => id));
  return (failed ?? []).flatMap((run): readonly SilentRun[] => {
    const id = patchOf(run);
    return id === null || told.has(run.id) || known.has(id) || !hasFailed(run) ? [] : [{ id, run }];
  });
}

/** Those that are due, of which nobody knows yet whether they may be started again. */
export function unknownRuns(facts: SilentFacts): readonly SilentRun[] {
  if (stopOf(facts) !== null) {
    return [];
  }
  const lost = new Set(facts.watch.entry?.incidents.map(({ key }) => key));
  const newest = new Map<string, SilentRun>();
  for (const silent of silentRuns(facts)) {
    // Of several deliveries of one patch the newest one counts, also while it is not due.
    if (!newest.has(silent.id)) {
      newest.set(silent.id, silent);
    }
  }
  return [...newest.values()].filter(({ run }) => isDue(run, facts.now) && !lost.has(lostRunKey(run.id)));
}

export function startedAgain(facts: Facts): readonly Action[] {
  return unknownRuns(facts)
    .filter(({ run }) => facts.startAgain.get(run.id) === 'yes')
    .map(({ id, run }) => ({ kind: 'rerun', id, run }));
}

function hasFailed({ status, conclusion }: RunState): boolean {
  return status === 'completed' && conclusion === 'failure';
}

function isDue({ attempt, updatedAt }: RunState, now: Date): boolean {
  return attempt < MAX_ATTEMPTS && now.getTime() - Date.parse(updatedAt) >= REST_MS;
}

/** Hours for which such a run is looked for; whoever misses a patch for longer has asked somebody. */
export const SILENT_HOURS = 72;
