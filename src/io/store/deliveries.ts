import type {
  Deliveries,
  Delivery,
  ListedDelivery,
  NewDelivery,
  PatchName,
  SentDelivery,
} from '../../stages/intake/store.ts';
import { replaceOlder } from './board.ts';
import { keepNews } from './callbacks.ts';
import type { Database } from './database.ts';
import { appendEvent } from './events.ts';
import { deliveryOf, RECORD_COLUMNS, recordValues } from './rows.ts';
import { IS_FAILED, IS_FOLLOWED, STAGE } from './standing.ts';
import { withdraw } from './withdraw.ts';

export function createDeliveries(database: Database): Deliveries {
  return {
    newest: (patch, digest) => readOne(database, patch, { order: 'DESC', digest }),
    first: (patch, { but } = {}) => readOne(database, patch, { order: 'ASC', but }),
    accept: (delivery, after) => database.transaction((inside) => accept(inside, delivery, after)),
    list: async ({ repositories, state, before, limit }) => {
      // Each repository's newest are at one end of an index; together they would have to be sorted, all of them.
      const found = await Promise.all(
        repositories.map((repository) =>
          database.run(
            `SELECT *, ${OVERTAKEN} AS overtaken FROM deliveries WHERE repository = ? AND seq < ?
             ${state === undefined ? '' : `AND ${state === 'failed' ? IS_FAILED : `${STAGE} = '${state}'`}`}
             ${state === 'open' ? `AND ${OVERTAKEN} = 0` : ''} ORDER BY seq DESC LIMIT ?`,
            repository,
            before ?? Number.MAX_SAFE_INTEGER,
            limit,
          ),
        ),
      );
      const newestFirst = found
        .flat()
        .map((row): ListedDelivery => {
          const delivery = deliveryOf(row);
          return Number(row['overtaken']) === 1 ? { ...delivery, overtaken: true } : delivery;
        })
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
    see: (seq, record, { after } = {}) =>
      database.transaction(async (inside) => {
        const [row] = await inside.run(
          `UPDATE deliveries SET ${RECORD_COLUMNS.map((column) => `${column} = ?`).join(', ')}
           WHERE seq = ? AND coalesce(record_oid, '') <> ?
           ${after === undefined ? '' : `AND coalesce(record_oid, '') = ?`} RETURNING *`,
          ...recordValues(record),
          seq,
          record.oid,
          ...(after === undefined ? [] : [after ?? '']),
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

async function readOne(
  { run }: Pick<Database, 'run'>,
  { repository, id }: PatchName,
  { order, digest, but }: ReadOne,
): Promise<SentDelivery | null> {
  const [row] = await run(
    `SELECT deliveries.*, (SELECT login FROM tokens WHERE tokens.id = deliveries.token) AS login FROM deliveries
     WHERE repository = ? AND id = ? ${digest === undefined ? '' : 'AND digest = ?'}
     ${but === undefined ? '' : 'AND sender <> ?'} ORDER BY seq ${order} LIMIT 1`,
    repository,
    id,
    ...(digest === undefined ? [] : [digest]),
    ...(but === undefined ? [] : [but]),
  );
  if (row === undefined) {
    return null;
  }
  const login = row['login'];
  return { ...deliveryOf(row), ...(typeof login === 'string' ? { login } : {}) };
}

/** `but`: a sender whose deliveries do not count. */
type ReadOne = {
  readonly order: 'ASC' | 'DESC';
  readonly digest?: string | undefined;
  readonly but?: string | undefined;
};

/** A later one was seen on record, at a step at which this one was not: whatever is worked on there is seen for both. */
const OVERTAKEN = `CASE WHEN ${STAGE} = 'open' AND EXISTS (
    SELECT 1 FROM deliveries AS later
    WHERE later.repository = deliveries.repository AND later.id = deliveries.id AND later.seq > deliveries.seq
      AND later.record_oid <> coalesce(deliveries.record_oid, '')
  ) THEN 1 ELSE 0 END`;

/** What a pause holds moves when that ends, which events tell of. */
const IN_TURN = `CASE WHEN record_state = 'held' THEN 1 ELSE 0 END, received_at DESC, seq DESC`;

/** The condition is that of an index over just these. */
const ALL_OPEN = `SELECT * FROM (
    SELECT deliveries.*, row_number() OVER (PARTITION BY repository ORDER BY ${IN_TURN}) AS turn FROM deliveries
    WHERE ${IS_FOLLOWED} AND received_at >= ?
  ) AS open ORDER BY turn, received_at, seq LIMIT ?`;

/** Few are open; with the time as it stands, SQLite would go through all that were received since. */
const OPEN_OF_ONE = `SELECT * FROM deliveries
  WHERE repository = ? AND ${IS_FOLLOWED} AND coalesce(received_at, '') >= ?
  ORDER BY ${IN_TURN} LIMIT ?`;

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
  await replaceOlder(inside, accepted);
  const older = await withdraw(
    inside,
    { repository, id, before: accepted.seq },
    { why: 'revised', at: receivedAt },
  );
  await inside.run(
    'INSERT INTO outbox (delivery, text, name, attempts, not_before) VALUES (?, ?, ?, 0, ?)',
    accepted.seq,
    text,
    name,
    receivedAt,
  );
  await appendEvent(inside, accepted, { kind: 'queued', at: receivedAt });
  return older.handing.length === 0 ? accepted : await explain(inside, accepted);
}

/** It is handed on when GitHub has answered for the one before it. */
async function explain({ run }: Pick<Database, 'run'>, { seq }: Delivery): Promise<Delivery> {
  const [row = {}] = await run(
    'UPDATE deliveries SET problem = ? WHERE seq = ? RETURNING *',
    'The revision before it is being handed to GitHub at this moment; this one follows when that has ended.',
    seq,
  );
  return deliveryOf(row);
}
