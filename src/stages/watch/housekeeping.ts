import { isOurs } from '../../record/life.ts';
import type { Action } from './action.ts';
import { awaitsPeople, type Facts, isUnderWay, type Readable, readable } from './facts.ts';

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
 * Patches by reference that have been read long ago, or never will be: a record keeps its own copy. The time is that of
 * whoever pushed, who may say that it lies in the future; then it is no younger for that.
 */
export function dueInbox({ inbox, records, now }: Facts): readonly Action[] {
  const needed = new Set(
    readable(records)
      .filter(({ record }) => isUnderWay(record) || record.state === 'held')
      .map(({ record }) => record.digest),
  );
  return inbox
    .filter(({ ref, committedAt }) => {
      const digest = ref.slice(ref.lastIndexOf('/') + 1);
      return Math.abs(ageInDays(committedAt, now)) > INBOX_DAYS && !needed.has(digest);
    })
    .slice(0, MAX_REMOVED)
    .map(({ ref, oid }) => ({ kind: 'remove_inbox', ref, oid }));
}

/** A dispatch follows its patch within seconds; this is for clocks that are wrong and runs that wait. */
const INBOX_DAYS = 1;

/** Of each kind and pass; there is no hurry. */
const MAX_REMOVED = 20;

function ageInDays(from: string, now: Date): number {
  return (now.getTime() - Date.parse(from)) / 86_400_000;
}
