import type { Deliveries, Delivery, NewDelivery } from '../../stages/intake/store.ts';
import { replaceOlder } from './board.ts';
import { keepNews } from './callbacks.ts';
import type { Database } from './database.ts';
import { appendEvent } from './events.ts';
import { deliveryOf, RECORD_COLUMNS, recordValues } from './rows.ts';
import { STAGE } from './standing.ts';

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
      // Each repository's newest are at one end of an index; together they would have to be sorted, all of them.
      const found = await Promise.all(
        repositories.map((repository) =>
          database.run(
            `SELECT * FROM deliveries WHERE repository = ? AND seq < ?
             ${state === undefined ? '' : `AND ${STAGE} = '${state}'`} ORDER BY seq DESC LIMIT ?`,
            repository,
            before ?? Number.MAX_SAFE_INTEGER,
            limit,
          ),
        ),
      );
      const newestFirst = found
        .flat()
        .map(deliveryOf)
        .toSorted((one, other) => other.seq - one.seq);
      return newestFirst.slice(0, limit);
    },
    open: async ({ repository, since, limit }) => {
      const rows =
        repository === undefined
          ? await database.run(ALL_OPEN, since.toISOString(), limit)
          : await database.run(OPEN_OF_ONE, repository, since.toISOString(), limit);
      return rows.map(deliveryOf);
    },
    see: (seq, record) =>
      database.transaction(async (inside) => {
        const [row] = await inside.run(
          `UPDATE deliveries SET ${RECORD_COLUMNS.map((column) => `${column} = ?`).join(', ')}
           WHERE seq = ? AND coalesce(record_oid, '') <> ? RETURNING *`,
          ...recordValues(record),
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

/** The condition is that of an index over just these. */
const ALL_OPEN = `SELECT * FROM deliveries
  WHERE state <> 'failed' AND coalesce(record_state, '') <> 'done' AND received_at >= ?
  ORDER BY received_at, seq LIMIT ?`;

/** Few are open; with the time as it stands, SQLite would go through all that were received since. */
const OPEN_OF_ONE = `SELECT * FROM deliveries
  WHERE repository = ? AND ${STAGE} = 'open' AND coalesce(received_at, '') >= ?
  ORDER BY coalesce(received_at, ''), seq LIMIT ?`;

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
