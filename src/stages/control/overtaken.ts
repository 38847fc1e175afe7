import { type Act, parseControl } from '../../control/control.ts';
import { sentActAskedAt } from '../../control/sent-act.ts';
import { CONTROL_REF } from '../../record/record.ts';
import type { ControlContext } from './context.ts';
import { readPatchState } from './patch.ts';

/**
 * Whether another revision of a patch came, or was asked for, after this one was asked for, which had to wait since:
 * whoever wrote this one can't have meant it to take the place of that. One that is only asked for may still come, so that
 * nobody knows whether it never does. What waited for longer than this one is no newer revision, though it was sent a
 * moment ago.
 */
export async function isOvertaken(
  { repository, ledger }: Pick<ControlContext, 'repository' | 'ledger'>,
  { id, digest, askedAt }: { readonly id: string; readonly digest: string; readonly askedAt: Date },
): Promise<boolean> {
  const since = askedAt.getTime();
  const [log, state] = await Promise.all([readLog(ledger, since), readPatchState(repository, id)]);
  if (log === null) {
    return true;
  }
  const others = log.filter((act) => act.verb === 'apply' && act.patch === id && act.digest !== digest);
  if (others.some((act) => wholeSecond(sentActAskedAt(act)) > since)) {
    return true;
  }
  if (typeof state === 'string' || state.record.digest === digest) {
    return false;
  }
  const { record } = state;
  const askedBefore = others.some((act) => act.digest === record.digest);
  return !askedBefore && wholeSecond(Date.parse(record.receivedAt)) > since;
}

/** What was entered since then, and a little more. null: it is too much to be read. */
async function readLog(ledger: ControlContext['ledger'], since: number): Promise<readonly Act[] | null> {
  for (const limit of READ_ENTRIES) {
    const log = await ledger.history(CONTROL_REF, limit);
    const oldest = log.at(-1);
    if (log.length < limit || oldest === undefined || Date.parse(oldest.committedAt) < since) {
      return log.flatMap(({ message }) => parseControl(message)?.act ?? []);
    }
  }
  return null;
}

/** A command waits for minutes, and the log holds a few entries a day; only where that is not so, more is read. */
const READ_ENTRIES = [100, 2_000] as const;

/** GitHub says to the second when a comment was written. */
function wholeSecond(time: number): number {
  return Math.floor(time / 1000) * 1000;
}
