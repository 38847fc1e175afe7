import { parseControl } from '../../control/control.ts';
import { sentActAskedAt } from '../../control/sent-act.ts';
import type { ControlContext } from './context.ts';
import { readLogSince, wholeSecond } from './log-since.ts';
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
  const [log, state] = await Promise.all([readLogSince(ledger, since), readPatchState(repository, id)]);
  if (log === null) {
    return true;
  }
  const acts = log.flatMap(({ message }) => parseControl(message)?.act ?? []);
  const others = acts.filter((act) => act.verb === 'apply' && act.patch === id && act.digest !== digest);
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
