import type { Delivery, Events, PatchEvent } from '../../stages/intake/store.ts';
import type { Database } from './database.ts';
import { eventOf } from './rows.ts';

export function createEvents(database: Database): Events {
  return {
    since: async (seq, { repositories, limit }) => {
      const rows = await database.run(
        `SELECT * FROM events WHERE seq > ?
         ${repositories === undefined ? '' : `AND repository IN (${repositories.map(() => '?').join(', ')})`}
         ORDER BY seq LIMIT ?`,
        seq,
        ...(repositories ?? []),
        limit,
      );
      return rows.map(eventOf);
    },
    newest: async () => {
      const [row] = await database.run('SELECT max(seq) AS seq FROM events');
      return Number(row?.['seq'] ?? 0);
    },
  };
}

/** Adds the event of a delivery as it is now, and from time to time takes the oldest ones out. */
export async function appendEvent(
  { run }: Pick<Database, 'run'>,
  delivery: Delivery,
  { kind, at }: Pick<PatchEvent, 'kind' | 'at'>,
): Promise<void> {
  const { repository, id, digest, record } = delivery;
  const [row] = await run(
    `INSERT INTO events (at, repository, id, digest, kind, state, outcome) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
    at,
    repository,
    id,
    digest,
    kind,
    kind === 'changed' ? (record?.state ?? null) : null,
    kind === 'changed' ? (record?.outcome ?? null) : null,
  );
  const seq = Number(row?.['seq']);
  if (seq % PRUNE_EVERY === 0) {
    await run('DELETE FROM events WHERE seq <= ?', seq - KEPT_EVENTS);
  }
}

/** Listeners that were away for longer read the list instead. */
const KEPT_EVENTS = 10_000;
const PRUNE_EVERY = 500;
