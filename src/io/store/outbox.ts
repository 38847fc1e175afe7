import type { Claim, Delivery, Outbox } from '../../stages/intake/store.ts';
import { keepNews } from './callbacks.ts';
import type { Database, Row } from './database.ts';
import { appendEvent } from './events.ts';
import { deliveryOf } from './rows.ts';

/** The number of attempts is the fencing token: every claim is one. A lease is a time before which nobody else claims. */
export function createOutbox(database: Database): Outbox {
  return {
    claim: ({ now, leaseSeconds, delivery }) =>
      database.transaction(async ({ run }) => {
        const at = now.toISOString();
        const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
        const [entry] = await run(
          `UPDATE outbox SET attempts = attempts + 1, not_before = ? WHERE delivery = (
             SELECT delivery FROM outbox WHERE not_before <= ? ${delivery === undefined ? '' : 'AND delivery = ?'}
             ORDER BY delivery LIMIT 1) AND not_before <= ? RETURNING *`,
          until,
          at,
          ...(delivery === undefined ? [] : [delivery]),
          at,
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
    later: (claim, { notBefore, problem }) =>
      database.transaction(async ({ run }) => {
        const kept = await run(
          'UPDATE outbox SET not_before = ? WHERE delivery = ? AND attempts = ? RETURNING delivery',
          notBefore.toISOString(),
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

async function claimOf(run: Database['run'], entry: Row): Promise<Claim> {
  const seq = Number(entry['delivery']);
  const [row] = await run('SELECT * FROM deliveries WHERE seq = ?', seq);
  if (row === undefined) {
    throw new Error(`the store lost delivery ${seq}`);
  }
  const attempts = Number(entry['attempts']);
  return {
    entry: seq,
    fence: attempts,
    attempts,
    delivery: deliveryOf(row),
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
