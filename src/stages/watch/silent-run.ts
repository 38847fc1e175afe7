import { slugId } from '../../patch/id.ts';
import type { RunState } from '../control/ports.ts';
import type { Action } from './action.ts';
import { MAX_ATTEMPTS, REST_MS } from './dead-run.ts';
import { type Facts, readable, stopOf } from './facts.ts';

/**
 * Deliveries whose run died before it left a word: no record names the run, and none the patch. What was sent lies in
 * the run's event alone, so that the run itself is started again. One that failed for a reason of its own fails once
 * more, which costs two runs; one whose patch is on record by another delivery is left alone, because what it carries
 * may be older than that.
 */
export function silentRuns(facts: Facts): readonly Action[] {
  const { failed, records, now } = facts;
  if (stopOf(facts) !== null) {
    return [];
  }
  const told = new Set(readable(records).map(({ record }) => record.run.id));
  const known = new Set(records.map(({ id }) => id));
  return failed.flatMap((run): readonly Action[] => {
    const id = patchOf(run);
    if (id === null || told.has(run.id) || known.has(id) || !isDue(run, now)) {
      return [];
    }
    // Of several deliveries of one patch the newest one counts.
    known.add(id);
    return [{ kind: 'rerun', id, run }];
  });
}

/** As `run-name` of the workflow has it; null: it is no run of ours, or of a patch without an id. */
function patchOf({ id, title }: RunState): string | null {
  const name = title.startsWith(TITLE) ? title.slice(TITLE.length) : '';
  return name === '' || name === String(id) ? null : slugId(name);
}

const TITLE = 'Ghost patch ';

function isDue({ status, conclusion, attempt, updatedAt }: RunState, now: Date): boolean {
  const rested = now.getTime() - Date.parse(updatedAt) >= REST_MS;
  return status === 'completed' && conclusion === 'failure' && attempt < MAX_ATTEMPTS && rested;
}

/** Hours for which such a run is looked for; whoever misses a patch for longer has asked somebody. */
export const SILENT_HOURS = 72;
