import { type Scope, sameLogin } from '../../control/switches.ts';
import { nearestName } from '../../patch/slips.ts';
import type { UnseenSender } from '../../report/command/result.ts';
import { sendersOf } from '../senders.ts';
import type { ControlContext } from './context.ts';
import { listRecords } from './records.ts';

/**
 * A sender whom no record names, with the name there that was probably meant. Nothing says that a sender is there who has
 * sent nothing yet, so that a stop of one is no mistake by itself; null: a record names them, or the scope is no sender.
 */
export async function findUnseenSender(
  { ledger }: Pick<ControlContext, 'ledger'>,
  scope: Scope,
): Promise<UnseenSender | null> {
  if (scope.kind !== 'sender') {
    return null;
  }
  // The stop stands by then, so that records which can't be read are no reason to call it failed.
  const listed = await listRecords(ledger).catch(() => null);
  if (listed === null) {
    return null;
  }
  const names = new Set(listed.flatMap((one) => (one.ok ? sendersOf(one.record) : [])));
  if ([...names].some((name) => sameLogin(name, scope.login))) {
    return null;
  }
  const near = nearestName(scope.login, [...names]);
  return { name: scope.login, ...(near === undefined ? {} : { near }) };
}
