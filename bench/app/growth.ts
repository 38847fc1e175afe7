import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { openStore } from '../../src/io/store/open.ts';
import type { Store, Token } from '../../src/stages/intake/store.ts';
import { POSTGRES, startPostgres } from '../../test/io/store/postgres-server.ts';
import { median, takeTurns } from '../measure.ts';
import { atMost, plain, type Row } from './rows.ts';
import { REPOSITORY } from './world.ts';

const FEW = 1_000;

/** What one patch costs the store, from the front door to its end, when it holds a thousand and when it holds many. */
export async function measureGrowth(sizes: {
  readonly many: number;
  readonly rounds: number;
}): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-growth-'));
  const postgres = POSTGRES === null ? null : await startPostgres(POSTGRES);
  try {
    const onSqlite = await measureStores('SQLite', sizes, {
      place: async (name) => join(directory, `${name}.sqlite`),
      fill: async (place, sql) => {
        const database = new DatabaseSync(place);
        database.exec(sql);
        database.close();
      },
    });
    const onPostgres =
      postgres === null
        ? []
        : await measureStores('PostgreSQL', sizes, {
            place: () => postgres.createDatabase(),
            fill: async (place, sql) => {
              const client = new Client({ connectionString: place });
              await client.connect();
              await client.query(sql);
              await client.query('ANALYZE');
              await client.end();
            },
          });
    return [...onSqlite, ...onPostgres];
  } finally {
    await postgres?.close();
    rmSync(directory, { recursive: true });
  }
}

type Kind = {
  readonly place: (name: string) => Promise<string>;
  readonly fill: (place: string, sql: string) => Promise<void>;
};

async function measureStores(
  name: string,
  { many, rounds }: { readonly many: number; readonly rounds: number },
  kind: Kind,
): Promise<readonly Row[]> {
  const [few, full] = [await openFilled(kind, FEW), await openFilled(kind, many)];
  try {
    const taken = await takeTurns(
      new Map([
        ['few', async (round) => ({ ms: await timePatches(few, round) })],
        ['many', async (round) => ({ ms: await timePatches(full, round) })],
      ]),
      rounds,
    );
    const [ofFew, ofMany] = ['few', 'many'].map((size) => taken.get(size)?.['ms'] ?? Number.NaN);
    return [
      plain(`one patch on ${name} with ${FEW.toLocaleString('en')}`, ofFew ?? Number.NaN, 'ms'),
      atMost(
        `the same with ${many.toLocaleString('en')} ÷ with ${FEW.toLocaleString('en')}`,
        (ofMany ?? Number.NaN) / (ofFew ?? Number.NaN),
        FLAT,
      ),
    ];
  } finally {
    await Promise.all([few.close(), full.close()]);
  }
}

/** A tree of an index is one level deeper for a hundred times as many; the rest of it is the machine's mood. */
const FLAT = 1.3;

async function openFilled({ place, fill }: Kind, patches: number): Promise<Store> {
  const at = await place(String(patches));
  const store = await openStore(at);
  await store.tokens.add(TOKEN);
  await fill(at, fillingSql(patches));
  return store;
}

/** In the SQL that both databases have. */
function fillingSql(patches: number): string {
  return `INSERT INTO deliveries (repository, id, after, digest, title, sender, received_at, state, sent_at,
      record_oid, record_state, record_outcome, record_at, record_pull_request, record_seconds)
    WITH RECURSIVE numbers (number) AS (
      SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < ${patches}
    )
    SELECT '${REPOSITORY}', 'patch-' || number, 0, '${'d'.repeat(64)}', 'A patch', 'shop-gpt', '${LONG_AGO}', 'sent',
      '${LONG_AGO}', '${'e'.repeat(40)}', 'done', 'opened', '${LONG_AGO}', number, 30.5 FROM numbers`;
}

const LONG_AGO = '2026-01-01T00:00:00.000Z';

const TOKEN: Token = {
  id: 'tk_growth',
  sender: 'shop-gpt',
  hash: 'f'.repeat(64),
  repositories: [REPOSITORY],
  perMinute: 1_000_000,
  perDay: 1_000_000,
  createdAt: LONG_AGO,
};

/** Milliseconds of the middle one of some patches. */
async function timePatches(store: Store, round: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < PATCHES; index++) {
    const started = performance.now();
    await livePatch(store, `new-${round}-${index}`);
    times.push(performance.now() - started);
  }
  return median(times);
}

const PATCHES = 10;

/** Everything that the server asks of the store for one patch. */
async function livePatch({ tokens, deliveries, outbox, events, inbox }: Store, id: string): Promise<void> {
  const now = new Date();
  const at = now.toISOString();
  const name = { repository: REPOSITORY, id };
  await tokens.find(TOKEN.hash);
  await tokens.spend(TOKEN, now);
  await deliveries.newest(name);
  const patch = { digest: 'd'.repeat(64), title: 'A patch', sender: 'shop-gpt', token: TOKEN.id, text: '{}' };
  const delivery = await deliveries.accept({ ...name, ...patch, name: id, receivedAt: at }, null);
  const claim = await outbox.claim({ now, leaseSeconds: 60, delivery: delivery?.seq ?? 0 });
  if (delivery === null || claim === null) {
    throw new Error(`${id} was not taken`);
  }
  await outbox.done(claim, now);
  for (const [index, state] of (['applied', 'publishing', 'done'] as const).entries()) {
    await inbox.keep({ name: `${id}-${state}`, repository: REPOSITORY, at: now });
    await deliveries.open({ repository: REPOSITORY, since: now, limit: 100 });
    await deliveries.newest(name);
    await deliveries.see(delivery.seq, { oid: String(index).repeat(40), state, at });
    await inbox.looked(REPOSITORY, now);
  }
  await events.since(await events.newest(), { repositories: [REPOSITORY], limit: 100 });
  await deliveries.list({ repositories: [REPOSITORY], limit: 20 });
  await deliveries.list({ repositories: [REPOSITORY], state: 'open', limit: 20 });
}
