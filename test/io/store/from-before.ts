import { expect } from '@jest/globals';
import type { Store } from '../../../src/stages/intake/store.ts';
import { newDelivery } from './store.conformance.ts';

/**
 * Opens a store whose last server was of the version before leases were told from waits: one patch was being handed on,
 * one waited for a rate limit. `execute` runs statements on its database.
 */
export async function openFromBefore(
  open: () => Promise<Store>,
  execute: (statements: string) => Promise<void>,
): Promise<void> {
  const now = new Date();
  const before = await open();
  for (const id of ['limited', 'handing']) {
    await before.deliveries.accept(newDelivery({ id }), null);
    const claim = await before.outbox.claim({ now, leaseSeconds: 300 });
    if (claim !== null && id === 'limited') {
      const notBefore = new Date(now.getTime() + 3_600_000);
      await before.outbox.later(claim, { notBefore, problem: 'the rate limit', limited: true });
    }
  }
  await before.close();
  await execute(STEP_BACK);
  const store = await open();
  const at = new Date(now.getTime() + 1_000);
  expect(await store.outbox.cancel({ repository: 'acme/shop', by: 'ada', at })).toMatchObject({
    canceled: [{ id: 'limited' }],
    mayHaveArrived: [{ id: 'limited' }],
    handing: [{ id: 'handing' }],
  });
  await store.close();
}

/** As the tables were then. */
const STEP_BACK = `
  ALTER TABLE outbox DROP COLUMN leased;
  ALTER TABLE outbox DROP COLUMN unclear;
  DROP INDEX deliveries_stage;
  DROP INDEX deliveries_open;
  DROP INDEX deliveries_standing;
  ALTER TABLE deliveries DROP COLUMN unclear;
  ALTER TABLE deliveries DROP COLUMN withdrawn;
  ALTER TABLE comments DROP COLUMN kind;
  DELETE FROM schema_version WHERE version > 10;
`;
