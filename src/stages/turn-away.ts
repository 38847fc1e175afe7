import type { Outcome } from '../record/outcome.ts';
import { type PatchRecord, recordRef } from '../record/record.ts';
import { MOST_TURNED_AWAY, withTurnedAway } from '../record/turned-away.ts';
import { describeOutcome } from '../report/sentence.ts';
import type { StageContext } from './context.ts';
import type { Repository, Snapshot } from './ports.ts';
import { readPrevious } from './standing.ts';
import { nextStep } from './transactions.ts';
import { messageFor } from './view.ts';

/**
 * Puts on the record that stands what becomes of a delivery which must not take it from another patch: else nobody but
 * its run would know, and whoever sent it would wait for ever. `own` is the record that it would have. `moved`: somebody
 * else moved the record first, so that everything is to be read and decided anew.
 */
export async function turnAway(
  { context, snapshot }: Turning,
  own: PatchRecord,
  { waits = false }: { readonly waits?: boolean } = {},
): Promise<'done' | 'moved'> {
  const isLeft = isOvertaken(own) || (waits && own.outcome !== undefined && isBehindAnother(own.outcome));
  return isLeft ? 'done' : await note({ context, snapshot }, own);
}

/**
 * The same for a patch that was overtaken while it was tested. Mostly a newer one has done that, and nobody waits for this
 * one; but GitHub may begin two runs in another order than they were sent in, and then whoever sent the newer one does.
 */
export async function tellOvertaken(
  { context, snapshot }: Turning,
  own: PatchRecord,
): Promise<'done' | 'moved'> {
  const standing = readPrevious(snapshot, own.id);
  const byOlder = standing !== null && standing !== 'unreadable' && standing.run.id < own.run.id;
  return isOvertaken(own) && byOlder ? await note({ context, snapshot }, own) : 'done';
}

/** Nothing is noted of the very patch that stands there. */
async function note({ context, snapshot }: Turning, own: PatchRecord): Promise<'done' | 'moved'> {
  const from = snapshot.refs.get(recordRef(own.id)) ?? null;
  const standing = readPrevious(snapshot, own.id);
  const { outcome, digest, title, run, startedAt: at } = own;
  if (from === null || standing === null || standing === 'unreadable' || outcome === undefined) {
    return 'done';
  }
  const one = { digest, title, run, at, outcome };
  const { turnedAway = [] } = standing;
  // A merged revert is looked at more closely while its record is young, and must not be kept young.
  const isTold =
    outcome.kind === 'conflict' && outcome.reason === 'took_back' && turnedAway.length >= MOST_TURNED_AWAY;
  const record =
    isTold || standing.digest === digest ? null : withTurnedAway(standing, one, describeOutcome(outcome));
  if (record === null) {
    return 'done';
  }
  const { ok } = await context.repository.write(
    nextStep({ from, record, recordMessage: messageFor(context.site, null) }),
  );
  return ok ? 'done' : 'moved';
}

type Turning = {
  readonly context: Pick<StageContext, 'site'> & { readonly repository: Repository };
  readonly snapshot: Pick<Snapshot, 'refs'>;
};

/** Another revision's pull request is being made at this moment. */
export function isBehindAnother(outcome: Outcome): boolean {
  return outcome.kind === 'conflict' && outcome.reason === 'publishing';
}

/** Another revision took its place. */
function isOvertaken({ outcome }: PatchRecord): boolean {
  return outcome?.kind === 'conflict' && outcome.reason === 'revised';
}
