import type { Claim, Delivery, Outbox } from '../../stages/intake/store.ts';
import { keepNews } from './callbacks.ts';
import type { Database, Row } from './database.ts';
import { appendEvent } from './events.ts';
import { deliveryOf } from './rows.ts';
import { handingOn, latestWait, withdraw } from './withdraw.ts';

/**
 * The number of attempts is the fencing token: every claim is one. A lease is a time before which nobody else claims.
 * Such a time that lies too far ahead was set by a clock that has been put back since, and holds nobody up.
 */
export function createOutbox(database: Database): Outbox {
  return {
    claim: (request) => database.transaction((inside) => claim(inside, request)),
    done: (claim, at) =>
      settle(database, claim, async ({ run }) => {
        const [row] = await run(
          `UPDATE deliveries SET state = 'sent', sent_at = ?, problem = NULL WHERE seq = ? RETURNING *`,
          at.toISOString(),
          claim.entry,
        );
        return { row, kind: 'sent', at };
      }),
    fail: (claim, { at, problem, unclear = false }) =>
      settle(database, claim, async ({ run }, entry) => {
        const [row] = await run(
          `UPDATE deliveries SET state = 'failed', problem = ?, unclear = ? WHERE seq = ? RETURNING *`,
          problem,
          unclear || entry.unclear ? 1 : 0,
          claim.entry,
        );
        return { row, kind: 'failed', at };
      }),
    later: (claim, { notBefore, problem, limited = false, unclear = false }) =>
      database.transaction(async ({ run }) => {
        const kept = await run(
          `UPDATE outbox SET not_before = ?, leased = 0, unclear = CASE WHEN ? = 1 THEN 1 ELSE unclear END,
             patient_since = coalesce(?, patient_since)
           WHERE delivery = ? AND attempts = ? RETURNING delivery`,
          notBefore.toISOString(),
          unclear ? 1 : 0,
          limited ? notBefore.toISOString() : null,
          claim.entry,
          claim.fence,
        );
        if (kept.length > 0) {
          await run('UPDATE deliveries SET problem = ? WHERE seq = ?', problem, claim.entry);
        }
        return kept.length > 0;
      }),
    cancel: ({ at, by, ...which }) =>
      database.transaction(async (inside) => {
        const { withdrawn, handing } = await withdraw(inside, which, {
          why: 'canceled',
          at: at.toISOString(),
          by,
        });
        const mayHaveArrived = withdrawn.filter((one) => one.mayHaveArrived === true);
        return { canceled: withdrawn, mayHaveArrived, handing };
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

/**
 * Of one patch only the newest delivery is handed on, and no two at a time: an older one that was still on its way could
 * arrive after it. The older ones are over when nobody hands them on.
 */
async function claim(
  inside: Pick<Database, 'run'>,
  { now, leaseSeconds, delivery }: Parameters<Outbox['claim']>[0],
): Promise<Claim | null> {
  const { run } = inside;
  const handing = handingOn(now);
  const [due] = await run(
    `SELECT seq, repository, id FROM outbox JOIN deliveries ON seq = delivery
     WHERE (not_before <= ? OR not_before > ?) ${delivery === undefined ? '' : 'AND delivery = ?'} AND NOT EXISTS (
       SELECT 1 FROM deliveries AS others JOIN outbox AS entries ON entries.delivery = others.seq
       WHERE others.repository = deliveries.repository AND others.id = deliveries.id
       AND (others.seq > deliveries.seq OR others.seq < deliveries.seq AND ${handing.sql}))
     ORDER BY delivery LIMIT 1`,
    now.toISOString(),
    latestWait(now),
    ...(delivery === undefined ? [] : [delivery]),
    ...handing.values,
  );
  if (due === undefined) {
    return null;
  }
  const seq = Number(due['seq']);
  const older = { repository: String(due['repository']), id: String(due['id']), before: seq };
  await withdraw(inside, older, { why: 'revised', at: now.toISOString() });
  const [entry] = await run(
    // Whoever still has a lease that is over was never heard of again.
    `UPDATE outbox SET attempts = attempts + 1, not_before = ?,
       unclear = CASE WHEN leased = 1 THEN 1 ELSE unclear END, leased = 1
     WHERE delivery = ? RETURNING *`,
    new Date(now.getTime() + leaseSeconds * 1000).toISOString(),
    seq,
  );
  return entry === undefined ? null : claimOf(run, entry);
}

async function claimOf(run: Database['run'], entry: Row): Promise<Claim> {
  const seq = Number(entry['delivery']);
  const [row] = await run(
    `SELECT deliveries.*, tokens.login AS login FROM deliveries
     LEFT JOIN tokens ON tokens.id = deliveries.token WHERE seq = ?`,
    seq,
  );
  if (row === undefined) {
    throw new Error(`the store lost delivery ${seq}`);
  }
  const attempts = Number(entry['attempts']);
  const delivery = deliveryOf(row);
  const since = entry['patient_since'];
  const login = row['login'];
  return {
    entry: seq,
    fence: attempts,
    attempts,
    patientSince: typeof since === 'string' ? since : delivery.receivedAt,
    delivery,
    text: String(entry['text']),
    name: String(entry['name']),
    ...(typeof login === 'string' ? { login } : {}),
  };
}

type Settled = { readonly row: Row | undefined; readonly kind: 'sent' | 'failed'; readonly at: Date };

/** Takes the entry out with the state that it ends in, unless another claim has it by now. */
function settle(
  database: Database,
  claim: Claim,
  change: (inside: Pick<Database, 'run'>, entry: { readonly unclear: boolean }) => Promise<Settled>,
): Promise<boolean> {
  return database.transaction(async (inside) => {
    const [taken] = await inside.run(
      'DELETE FROM outbox WHERE delivery = ? AND attempts = ? RETURNING unclear',
      claim.entry,
      claim.fence,
    );
    if (taken === undefined) {
      return false;
    }
    const { row, kind, at } = await change(inside, { unclear: Number(taken['unclear']) === 1 });
    const delivery: Delivery = row === undefined ? claim.delivery : deliveryOf(row);
    await appendEvent(inside, delivery, { kind, at: at.toISOString() });
    await keepNews(inside, delivery, { at: at.toISOString() });
    return true;
  });
}
