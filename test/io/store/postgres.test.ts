import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { openPostgresStore } from '../../../src/io/store/postgres.ts';
import { boardConformance } from './board.conformance.ts';
import { callbacksConformance } from './callbacks.conformance.ts';
import { choresConformance } from './chores.conformance.ts';
import { commentsConformance } from './comments.conformance.ts';
import { layWire } from './cut-wire.ts';
import { openFromBefore } from './from-before.ts';
import { inboxConformance } from './inbox.conformance.ts';
import { acknowledgedByKilledWriters, claimAll } from './killed-writers.ts';
import { POSTGRES, type PostgresServer, startPostgres } from './postgres-server.ts';
import { newDelivery, storeConformance } from './store.conformance.ts';

if (POSTGRES === null) {
  test.skip('the store on PostgreSQL: needs /usr/lib/postgresql; install the package "postgresql"', () => {});
} else {
  testOn(POSTGRES);
}

function testOn(bin: string): void {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(bin);
  });
  afterAll(() => server.close());

  const setUp = async () => {
    const url = await server.createDatabase();
    return { open: () => openPostgresStore(url), tearDown: async () => {} };
  };
  storeConformance('the store on PostgreSQL', setUp);
  boardConformance('the store on PostgreSQL', setUp);
  callbacksConformance('the store on PostgreSQL', setUp);
  choresConformance('the store on PostgreSQL', setUp);
  commentsConformance('the store on PostgreSQL', setUp);
  inboxConformance('the store on PostgreSQL', setUp);

  describe('the database', () => {
    test('one that can not be reached is named without its password, with the reason', async () => {
      await expect(openPostgresStore('postgres://ghost:secret@127.0.0.1:1/ghost')).rejects.toThrow(
        /^the store at postgres:\/\/127\.0\.0\.1:1\/ghost can't be used: .*ECONNREFUSED/,
      );
    });

    test('processes that start at once make its tables once', async () => {
      const url = await server.createDatabase();
      const stores = await Promise.all(Array.from({ length: 4 }, () => openPostgresStore(url)));
      await Promise.all(stores.map((store) => store.close()));
    });

    test('what waits for a rate limit since an earlier version is nobody else to wait for', async () => {
      const url = await server.createDatabase();
      const open = () => openPostgresStore(url);
      await openFromBefore(open, async (statements) => {
        const raw = new Client({ connectionString: url });
        await raw.connect();
        await raw.query(statements);
        await raw.end();
      });
    });

    test('everything that was acknowledged is there after its writers were killed, two at a time', async () => {
      const url = await server.createDatabase();
      await (await openPostgresStore(url)).close();
      const acknowledged = await acknowledgedByKilledWriters(url);
      const store = await openPostgresStore(url);
      const claimed = await claimAll(store);
      await store.close();
      expect(acknowledged.length).toBeGreaterThan(6);
      expect(acknowledged.filter((id) => !claimed.has(id))).toEqual([]);
    });

    test('a server that hangs while it writes keeps the others from writing for seconds only', async () => {
      const url = await server.createDatabase();
      const wire = await layWire(url);
      const [hanging, other] = [await openPostgresStore(wire.url), await openPostgresStore(url)];
      wire.cutAfter('pg_advisory_xact_lock');
      const lost = hanging.deliveries.accept(newDelivery({ id: 'lost' }), null).catch(() => null);
      await wire.cut;
      expect(await other.deliveries.accept(newDelivery({ id: 'mine' }), null)).toMatchObject({ id: 'mine' });
      wire.close();
      expect(await lost).toBeNull();
      await Promise.all([hanging.close(), other.close()]);
    }, 30_000);

    test('a crash of the database under load loses nothing that was acknowledged, and is over when it is back', async () => {
      const store = await openPostgresStore(await server.createDatabase());
      const acknowledged: string[] = [];
      let refused = 0;
      const ended = new AbortController();
      const load = (async () => {
        for (let count = 0; !ended.signal.aborted; count++) {
          const id = `load-${count}`;
          await store.deliveries.accept(newDelivery({ id }), null).then(
            () => acknowledged.push(id),
            async () => {
              refused += 1;
              await new Promise((resolve) => setTimeout(resolve, 20));
            },
          );
        }
      })();
      try {
        await new Promise((resolve) => setTimeout(resolve, 200));
        await server.crash();
        await server.start();
        const before = acknowledged.length;
        while (acknowledged.length < before + 5) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      } finally {
        ended.abort();
        await load;
      }
      const claimed = await claimAll(store);
      await store.close();
      expect(refused).toBeGreaterThan(0);
      expect(acknowledged.filter((id) => !claimed.has(id))).toEqual([]);
    });
  });
}
