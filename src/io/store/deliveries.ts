import type { Deliveries, Delivery, DeliveryFilter, NewDelivery } from '../../stages/intake/store.ts';
import { replaceOlder } from './board.ts';
import { keepNews } from './callbacks.ts';
import type { Database } from './database.ts';
import { appendEvent } from './events.ts';
import { deliveryOf } from './rows.ts';

export function createDeliveries(database: Database): Deliveries {
  return {
    newest: async ({ repository, id }) => {
      const [row] = await database.run(
        'SELECT * FROM deliveries WHERE repository = ? AND id = ? ORDER BY seq DESC LIMIT 1',
        repository,
        id,
      );
      return row === undefined ? null : deliveryOf(row);
    },
    accept: (delivery, after) => database.transaction((inside) => accept(inside, delivery, after)),
    list: async ({ repositories, state, before, limit }) => {
      const rows = await database.run(
        `SELECT * FROM deliveries WHERE repository IN (${repositories.map(() => '?').join(', ')}) AND seq < ?
         ${state === undefined ? '' : `AND ${FILTERS[state]}`} ORDER BY seq DESC LIMIT ?`,
        ...repositories,
        before ?? Number.MAX_SAFE_INTEGER,
        limit,
      );
      return rows.map(deliveryOf);
    },
    open: async ({ repository, since, limit }) => {
      const rows = await database.run(
        `SELECT * FROM deliveries WHERE ${FILTERS.open} AND received_at >= ?
         ${repository === undefined ? '' : 'AND repository = ?'} ORDER BY received_at, seq LIMIT ?`,
        since.toISOString(),
        ...(repository === undefined ? [] : [repository]),
        limit,
      );
      return rows.map(deliveryOf);
    },
    see: (seq, record) =>
      database.transaction(async (inside) => {
        const [row] = await inside.run(
          `UPDATE deliveries SET record_oid = ?, record_state = ?, record_outcome = ?, record_at = ?,
             record_reason = ?, record_pull_request = ?, record_seconds = ?
           WHERE seq = ? AND coalesce(record_oid, '') <> ? RETURNING *`,
          record.oid,
          record.state,
          record.outcome ?? null,
          record.at,
          record.reason ?? null,
          record.pullRequest ?? null,
          record.secondsToPullRequest ?? null,
          seq,
          record.oid,
        );
        if (row === undefined) {
          return false;
        }
        const delivery = deliveryOf(row);
        await appendEvent(inside, delivery, { kind: 'changed', at: record.at });
        await keepNews(inside, delivery, record);
        return true;
      }),
  };
}

const FILTERS: { readonly [filter in DeliveryFilter]: string } = {
  open: `state <> 'failed' AND coalesce(record_state, '') <> 'done'`,
  done: `coalesce(record_state, '') = 'done'`,
  failed: `state = 'failed'`,
};

async function accept(
  inside: Pick<Database, 'run'>,
  delivery: NewDelivery,
  after: number | null,
): Promise<Delivery | null> {
  const { repository, id, digest, title, sender, token = null, receivedAt, text, name } = delivery;
  const [row] = await inside.run(
    `INSERT INTO deliveries (repository, id, after, digest, title, sender, token, received_at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'queued') ON CONFLICT DO NOTHING RETURNING *`,
    repository,
    id,
    after ?? 0,
    digest,
    title,
    sender,
    token,
    receivedAt,
  );
  if (row === undefined) {
    return null;
  }
  const accepted = deliveryOf(row);
  await displaceOlder(inside, accepted);
  await replaceOlder(inside, accepted);
  await inside.run(
    'INSERT INTO outbox (delivery, text, name, attempts, not_before) VALUES (?, ?, ?, 0, ?)',
    accepted.seq,
    text,
    name,
    receivedAt,
  );
  await appendEvent(inside, accepted, { kind: 'queued', at: receivedAt });
  return accepted;
}

/** An older revision that still waits must not overtake this one. */
async function displaceOlder({ run }: Pick<Database, 'run'>, accepted: Delivery): Promise<void> {
  const { repository, id, seq, receivedAt } = accepted;
  const displaced = await run(
    `UPDATE deliveries SET state = 'failed', problem = ?
     WHERE repository = ? AND id = ? AND seq < ? AND state = 'queued' RETURNING *`,
    'A newer revision of the same patch came before this one was handed on.',
    repository,
    id,
    seq,
  );
  for (const older of displaced.map(deliveryOf)) {
    await run('DELETE FROM outbox WHERE delivery = ?', older.seq);
    await appendEvent({ run }, older, { kind: 'failed', at: receivedAt });
  }
}
