import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openSqliteStore } from '../../../src/io/store/sqlite.ts';
import { boardConformance } from './board.conformance.ts';
import { callbacksConformance } from './callbacks.conformance.ts';
import { choresConformance } from './chores.conformance.ts';
import { commentsConformance } from './comments.conformance.ts';
import { openFromBefore } from './from-before.ts';
import { inboxConformance } from './inbox.conformance.ts';
import { acknowledgedByKilledWriters, claimAll } from './killed-writers.ts';
import { storeConformance } from './store.conformance.ts';

const setUp = async () => {
  const directory = mkdtempSync(join(tmpdir(), 'store-'));
  return {
    open: () => openSqliteStore(join(directory, 'store.sqlite')),
    tearDown: async () => rmSync(directory, { recursive: true }),
  };
};
storeConformance('the store on SQLite', setUp);
boardConformance('the store on SQLite', setUp);
callbacksConformance('the store on SQLite', setUp);
choresConformance('the store on SQLite', setUp);
commentsConformance('the store on SQLite', setUp);
inboxConformance('the store on SQLite', setUp);

describe('the file', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'store-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  test('one in a folder that does not exist is named, with the reason', async () => {
    const path = join(directory, 'nowhere', 'store.sqlite');
    await expect(openSqliteStore(path)).rejects.toThrow(`the store at ${path} can't be used: unable to open`);
  });

  test('one that is no database is named, with the reason', async () => {
    const path = join(directory, 'store.sqlite');
    writeFileSync(path, 'this is not a database, whatever its name may say\n'.repeat(99));
    await expect(openSqliteStore(path)).rejects.toThrow('file is not a database');
  });

  test('is for its owner only, because it holds secrets', async () => {
    const path = join(directory, 'store.sqlite');
    await (await openSqliteStore(path)).close();
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  });

  test('one that a newer version wrote is left alone', async () => {
    const path = join(directory, 'store.sqlite');
    await (await openSqliteStore(path)).close();
    const raw = new DatabaseSync(path);
    raw.exec('INSERT INTO schema_version (version) VALUES (99)');
    raw.close();
    await expect(openSqliteStore(path)).rejects.toThrow('a newer version of Ghost Runner wrote it');
  });

  test('what waits for a rate limit since an earlier version is nobody else to wait for', async () => {
    const path = join(directory, 'store.sqlite');
    const open = () => openSqliteStore(path);
    await openFromBefore(open, async (statements) => {
      const raw = new DatabaseSync(path);
      raw.exec(statements);
      raw.close();
    });
  });

  test('readers never wait for a writer', async () => {
    const path = join(directory, 'store.sqlite');
    const store = await openSqliteStore(path);
    const raw = new DatabaseSync(path);
    expect(raw.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    raw.close();
    await store.close();
  });

  test('nothing is acknowledged, and nobody is shown anything, before it has reached the disk', async () => {
    const store = await openSqliteStore(join(directory, 'store.sqlite'));
    const flush = Promise.withResolvers<void>();
    const disk = await spyOnDisk(directory);
    disk.mockImplementationOnce(() => flush.promise);
    const done: string[] = [];
    const kept = store.check().then(() => done.push('kept'));
    const shown = store.tokens.list().then(() => done.push('shown'));
    await delay(50);
    expect(done).toEqual([]);
    flush.resolve();
    await Promise.all([kept, shown]);
    expect(disk).toHaveBeenCalledTimes(1);
    disk.mockRestore();
    await store.close();
  });

  test('what the disk did not take is refused, and written again before the next is acknowledged', async () => {
    const store = await openSqliteStore(join(directory, 'store.sqlite'));
    const disk = await spyOnDisk(directory);
    disk.mockRejectedValueOnce(new Error('EIO: i/o error, fdatasync'));
    await expect(store.check()).rejects.toThrow("the store can't be used: EIO");
    await store.check();
    disk.mockRestore();
    await store.close();
  });

  test('everything that was acknowledged is there after its writers were killed, two at a time', async () => {
    const path = join(directory, 'store.sqlite');
    await (await openSqliteStore(path)).close();
    const acknowledged = await acknowledgedByKilledWriters(path);
    const store = await openSqliteStore(path);
    const claimed = await claimAll(store);
    await store.close();
    expect(acknowledged.length).toBeGreaterThan(6);
    expect(acknowledged.filter((id) => !claimed.has(id))).toEqual([]);
  });
});

/** Every file that Node brings to the disk without stopping for it. */
async function spyOnDisk(directory: string) {
  const file = await open(join(directory, 'store.sqlite'));
  const prototype: FileHandle = Object.getPrototypeOf(file);
  await file.close();
  return jest.spyOn(prototype, 'datasync');
}
