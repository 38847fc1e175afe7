import { isOurs } from '../../record/life.ts';
import type { Action } from './action.ts';
import { awaitsPeople, type Facts, isUnderWay, type Readable, readable } from './facts.ts';
import { SILENT_HOURS } from './silent-run.ts';

/** Whether its branch has been kept for long enough. Held patches and open pull requests keep theirs. */
export function isPastRetention({ record, at }: Readable, days: number, now: Date): boolean {
  const settled = record.state === 'done' && !awaitsPeople(record);
  return settled && ageInDays(at.committedAt, now) > days;
}

/** Branches of patches that were settled long ago, where they stand as we left them. */
export function dueBranches({ records, branches, config, now }: Facts): readonly Action[] {
  if (config === null) {
    return [];
  }
  return readable(records)
    .flatMap((listed): readonly Action[] => {
      const branch = branches.get(listed.id);
      const due = branch !== undefined && isPastRetention(listed, config.watch['retention-days'], now);
      return due && isOurs(branch, listed.record)
        ? [{ kind: 'remove_branch', id: listed.id, at: listed.at.oid, branch: branch.oid }]
        : [];
    })
    .slice(0, MAX_REMOVED);
}

/**
 * Patches by reference that have been read long ago, or never will be: a record keeps its own copy. One whose copy is sent
 * on from there is still to be read, however long its run waits. The time is that of whoever pushed, who may say that it
 * lies in the future; then it is no younger for that.
 */
export function dueInbox({ inbox, records, now }: Facts): readonly Action[] {
  // A patch has another digest than its bytes, and the same bytes have the same tree.
  const needed = new Set(
    readable(records)
      .filter(({ record }) => isUnderWay(record) || record.state === 'held')
      .map(({ at }) => at.tree),
  );
  return inbox
    .filter(
      ({ tree, committedAt }) => Math.abs(ageInDays(committedAt, now)) > INBOX_DAYS && !needed.has(tree),
    )
    .slice(0, MAX_REMOVED)
    .map(({ ref, oid }) => ({ kind: 'remove_inbox', ref, oid }));
}

/**
 * A dispatch follows its patch within seconds. For so long a run that left no record is started again, and reads it once
 * more; the day on top is for what GitHub leaves waiting for a machine, and for clocks that are wrong.
 */
const INBOX_DAYS = SILENT_HOURS / 24 + 1;

/** Of each kind and pass; there is no hurry. */
const MAX_REMOVED = 20;

function ageInDays(from: string, now: Date): number {
  return (now.getTime() - Date.parse(from)) / 86_400_000;
}
