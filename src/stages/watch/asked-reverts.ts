import { CONTROL_REF } from '../../record/record.ts';
import { LONGEST_WAY_MS } from '../control/patch-sender.ts';
import type { ListedRef } from '../control/ports.ts';
import { revertsIn } from '../reverts-in-log.ts';
import { isThorough, type WatchContext } from './context.ts';
import { awaitsPeople, type Readable, readable } from './facts.ts';
import { type Known, lookEach, type Seen } from './look-closely.ts';

/**
 * Ids of the patches that take another one back because somebody commanded it. That a patch says so of itself proves
 * nothing: what it names may still be there after its merge.
 */
export async function readReverts(
  { ledger }: Pick<WatchContext, 'ledger'>,
  known: Pick<Known, 'now' | 'occasion' | 'records'>,
): Promise<Seen<string, readonly string[]>> {
  const claims = claimsOf(readable(known.records));
  return await lookEach(
    claims.length === 0 ? [] : ['the log of commands'],
    (name) => name,
    async (name) => {
      const log = await ledger.history(CONTROL_REF, MOST_ENTRIES);
      const asked = askedIn(log, claims);
      const isFurtherBack = claims.some(
        (claim) => !asked.includes(claim) && isJustMerged(claim, known) && mayPrecede(log, claim),
      );
      const all = isFurtherBack ? askedIn(await ledger.history(CONTROL_REF, MOST_AT_ALL), claims) : asked;
      return [name, all.map(({ id }) => id)];
    },
  );
}

/** A revert is merged within days; the log holds a few entries a day. */
const MOST_ENTRIES = 500;

/** Fifty requests, where somebody sends in the name of people all day. */
const MOST_AT_ALL = 5000;

/** Those of which it matters: they were merged or may be, and what they name is not known as taken back. */
function claimsOf(all: readonly Readable[]): readonly Readable[] {
  const unsettled = all.filter(({ record }) => record.outcome?.kind === 'merged' || awaitsPeople(record));
  const ids = new Set(unsettled.map(({ id }) => id));
  return unsettled.filter(({ record: { revertOf } }) => revertOf !== undefined && ids.has(revertOf));
}

function askedIn(log: readonly ListedRef[], claims: readonly Readable[]): readonly Readable[] {
  const isAsked = revertsIn(log);
  return claims.filter(({ record }) => isAsked(record));
}

/** Whoever only says that it is a revert is not looked for in the whole log, and nobody for ever. */
function isJustMerged({ record, at }: Readable, { now, occasion }: Pick<Known, 'now' | 'occasion'>): boolean {
  const hours = (now.getTime() - Date.parse(at.committedAt)) / 3_600_000;
  return record.outcome?.kind === 'merged' && isThorough(occasion) && hours < JUST_MERGED_HOURS;
}

/** More schedules than GitHub drops in a row. */
const JUST_MERGED_HOURS = 6;

/** Whether the command may stand before all of these entries. */
function mayPrecede(log: readonly ListedRef[], { record }: Readable): boolean {
  const oldest = log.length < MOST_ENTRIES ? undefined : log.at(-1);
  return (
    oldest !== undefined && Date.parse(oldest.committedAt) >= Date.parse(record.receivedAt) - LONGEST_WAY_MS
  );
}
