import type { PatchRecord } from './record.ts';
import { isTurnedAwayWarning, mergeWarnings } from './warnings.ts';

/** Whether nothing became of the patch between two steps of its record, whatever was noted beside it. */
export function isSameStep(one: PatchRecord, other: PatchRecord): boolean {
  return (
    one.digest === other.digest &&
    one.attempt === other.attempt &&
    one.run.id === other.run.id &&
    one.run.attempt === other.run.attempt &&
    one.state === other.state &&
    one.outcome?.kind === other.outcome?.kind &&
    one.startedAt === other.startedAt &&
    one.deadline === other.deadline
  );
}

/** The record with what was noted beside an earlier step of it: who else sent it, and what was turned away. */
export function withNotesOf(
  { alsoSentBy, turnedAway, warnings }: PatchRecord,
  record: PatchRecord,
): PatchRecord {
  return {
    ...record,
    ...(alsoSentBy === undefined ? {} : { alsoSentBy }),
    ...(turnedAway === undefined ? {} : { turnedAway }),
    warnings: mergeWarnings(record.warnings, warnings.filter(isTurnedAwayWarning)),
  };
}
