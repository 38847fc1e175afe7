import { parseControl } from '../../control/control.ts';
import { CONTROL_REF } from '../../record/record.ts';
import type { WatchContext } from './context.ts';
import { awaitsPeople, type Readable, readable } from './facts.ts';
import { type Known, lookEach, type Seen } from './look-closely.ts';

/**
 * Ids of the patches that take another one back because somebody commanded it. That a patch says so of itself proves
 * nothing: what it names may still be there after its merge.
 */
export async function readReverts(
  { ledger }: Pick<WatchContext, 'ledger'>,
  { records }: Pick<Known, 'records'>,
): Promise<Seen<string, readonly string[]>> {
  const claims = claimsOf(readable(records));
  return await lookEach(
    claims.length === 0 ? [] : ['the log of commands'],
    (name) => name,
    async (name) => {
      const log = await ledger.history(CONTROL_REF, MOST_ENTRIES);
      const asked = new Set(
        log
          .map(({ message }) => parseControl(message)?.act)
          .flatMap((act) => (act?.verb === 'revert' ? [`${act.patch} ${act.digest}`] : [])),
      );
      return [
        name,
        claims.filter(({ record }) => asked.has(`${record.revertOf} ${record.digest}`)).map(({ id }) => id),
      ];
    },
  );
}

/** A revert is merged within days; the log holds a few entries a day. */
const MOST_ENTRIES = 500;

/** Those of which it matters: they were merged or may be, and what they name is not known as taken back. */
function claimsOf(all: readonly Readable[]): readonly Readable[] {
  const unsettled = all.filter(({ record }) => record.outcome?.kind === 'merged' || awaitsPeople(record));
  const ids = new Set(unsettled.map(({ id }) => id));
  return unsettled.filter(({ record: { revertOf } }) => revertOf !== undefined && ids.has(revertOf));
}
