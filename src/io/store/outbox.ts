import type { Claim, Delivery, Outbox } from '../../stages/intake/store.ts';
import { keepNews } from './callbacks.ts';
import type { Database, Row } from './database.ts';
import { appendEvent } from './events.ts';
import { deliveryOf } from './rows.ts';

/**
 * The number of attempts is the fencing token: every claim is one. A lease is a time before which nobody else claims.
 * Such a time that lies too far ahead was set by a clock that has been put back since, and holds nobody up.
 */
export function createOutbox(database: Database): Outbox {
  return {
    claim: ({ now, leaseSeconds, delivery }) =>
      database.transaction(async ({ run }) => {
        const at = now.toISOString();
        const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
        const beyond = new Date(now.getTime() + LONGEST_WAIT_MS).toISOString();
        const [entry] = await run(
          `UPDATE outbox SET attempts = attempts + 1, not_before = ? WHERE delivery = (
             SELECT delivery FROM outbox WHERE (not_before <= ? OR not_before > ?) ${delivery === undefined ? '' : 'AND delivery = ?'}
             ORDER BY delivery LIMIT 1) AND (not_before <= ? OR not_before > ?) RETURNING *`,
          until,
          at,
          beyond,
          ...(delivery === undefined ? [] : [delivery]),
          at,
          beyond,
        );
        return entry === undefined ? null : claimOf(run, entry);
      }),
    done: (claim, at) =>
      settle(database, claim, async ({ run }) => {
        const [row] = await run(
          `UPDATE deliveries SET state = 'sent', sent_at = ?, problem = NULL WHERE seq = ? RETURNING *`,
          at.toISOString(),
          claim.entry,
        );
        return { row, kind: 'sent', at };
      }),
    fail: (claim, { at, problem }) =>
      settle(database, claim, async ({ run }) => {
        const [row] = await run(
          `UPDATE deliveries SET state = 'failed', problem = ? WHERE seq = ? RETURNING *`,
          problem,
          claim.entry,
        );
        return { row, kind: 'failed', at };
      }),
    later: (claim, { notBefore, problem, limited = false }) =>
      database.transaction(async ({ run }) => {
        const kept = await run(
          `UPDATE outbox SET not_before = ?, patient_since = coalesce(?, patient_since)
           WHERE delivery = ? AND attempts = ? RETURNING delivery`,
          notBefore.toISOString(),
          limited ? notBefore.toISOString() : null,
          claim.entry,
          claim.fence,
        );
        if (kept.length > 0) {
          await run('UPDATE deliveries SET problem = ? WHERE seq = ?', problem, claim.entry);
        }
        return kept.length > 0;
      }),
    waiting: async () => {
      const [row] = await database.run(
        'SELECT count(*) AS entries, min(received_at) AS oldest FROM outbox JOIN deliveries ON seq = delivery',
      );
      const oldest = row?.['oldest'];
      return { entries: Number(row?.['entries'] ?? 0), oldest: typeof oldest === 'string' ? oldest : null };
    },
  };
}

/** Milliseconds; GitHub's longest rate limit ends within an hour, and leases and waits are shorter. */
const LONGEST_WAIT_MS = 2 * 3_600_000;

async function claimOf(run: Database['run'], entry: Row): Promise<Claim> {
  const seq = Number(entry['delivery']);
  const [row] = await run('SELECT * FROM deliveries WHERE seq = ?', seq);
  if (row === undefined) {
    throw new Error(`the store lost delivery ${seq}`);
  }
  const attempts = Number(entry['attempts']);
  const delivery = deliveryOf(row);
  const since = entry['patient_since'];
  return {
    entry: seq,
    fence: attempts,
    attempts,
    patientSince: typeof since === 'string' ? since : delivery.receivedAt,
    delivery,
    text: String(entry['text']),
    name: String(entry['name']),
  };
}

type Settled = { readonly row: Row | undefined; readonly kind: 'sent' | 'failed'; readonly at: Date };

/** Takes the entry out with the state that it ends in, unless another claim has it by now. */
function settle(
  database: Database,
  claim: Claim,
  change: (inside: Pick<Database, 'run'>) => Promise<Settled>,
): Promise<boolean> {
  return database.transaction(async (inside) => {
    const taken = await inside.run(
      'DELETE FROM outbox WHERE delivery = ? AND attempts = ? RETURNING delivery',
      claim.entry,
      claim.fence,
    );
    if (taken.length === 0) {
      return false;
    }
    const { row, kind, at } = await change(inside);
    const delivery: Delivery = row === undefined ? claim.delivery : deliveryOf(row);
    await appendEvent(inside, delivery, { kind, at: at.toISOString() });
    await keepNews(inside, delivery, { at: at.toISOString() });
    return true;
  });
}
