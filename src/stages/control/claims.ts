import { type Switch, sameLogin } from '../../control/switches.ts';
import type { PatchRecord } from '../../record/record.ts';
import { sendersOf } from '../senders.ts';
import type { ControlContext } from './context.ts';
import { lookUntil } from './poll.ts';
import { listRecords } from './records.ts';

/** Waits until nobody who had claimed a record before the stop is still at work on its pull request. */
export async function waitForClaims(context: ControlContext, stop: Switch): Promise<readonly PatchRecord[]> {
  let claims: readonly PatchRecord[] = [];
  await lookUntil(context, CLAIM_SECONDS, async () => {
    claims = await liveClaims(context, stop);
    return claims.length === 0 || null;
  });
  return claims;
}

async function liveClaims({ ledger, clock }: ControlContext, stop: Switch): Promise<readonly PatchRecord[]> {
  const now = clock.now();
  return (await listRecords(ledger))
    .flatMap((listed) => (listed.ok ? [listed.record] : []))
    .filter(({ state, deadline }) => state === 'publishing' && now < new Date(deadline))
    .filter((record) => concernsRecord(stop, record));
}

function concernsRecord({ scope }: Switch, record: PatchRecord): boolean {
  switch (scope.kind) {
    case 'repository':
      return true;
    case 'branch':
      return record.base === undefined || record.base.branch === scope.branch;
    case 'sender':
      return sendersOf(record).some((sender) => sameLogin(sender, scope.login));
  }
}

/** Making a pull request takes seconds; a claim that is older belongs to a process that died, and the watch ends it. */
const CLAIM_SECONDS = 120;
