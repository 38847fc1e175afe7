import { closeSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../../stages/intake/store.ts';
import type { Database, Row, Value } from './database.ts';
import { createDisk, NO_DISK } from './disk.ts';
import { migrate } from './migrations.ts';
import { createStore } from './store.ts';
import { describeOutage, StoreError, withOutages } from './store-error.ts';

/**
 * The embedded store: one SQLite file, or `:memory:`. Rejects with one sentence where it can't be opened, or was
 * written by a newer version. What is acknowledged has reached the disk; several processes may share the file.
 */
export async function openSqliteStore(path: string): Promise<Store> {
  let database: Database | undefined;
  try {
    database = await openDatabase(path);
    await migrate(database, { serial: 'INTEGER PRIMARY KEY AUTOINCREMENT' });
    const store = createStore(database);
    await store.check();
    return store;
  } catch (cause) {
    await database?.close();
    const why = describeOutage(cause instanceof StoreError ? cause.cause : cause);
    throw new Error(`the store at ${path} can't be used: ${why}`, { cause });
  }
}

async function openDatabase(path: string): Promise<Database> {
  makePrivate(path);
  const sqlite = new DatabaseSync(path, { timeout: BLOCKING_TIMEOUT_MS });
  await whenFree(() =>
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;'),
  );
  const statements = new Map<string, StatementSync>();
  const run = (sql: string, ...parameters: readonly Value[]): readonly Row[] => {
    const statement = statements.get(sql) ?? sqlite.prepare(sql);
    statements.set(sql, statement);
    return statement.all(...parameters);
  };
  // There is one connection, so whatever is not part of a transaction waits until it is over.
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };
  const log = await openLog(sqlite);
  const disk =
    log === null
      ? NO_DISK
      : createDisk(
          () => log.datasync(),
          () => inTurn(() => checkpoint(sqlite)),
        );
  // Whoever reads may act on it, so that nobody sees what a power cut could still undo.
  const kept = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = await withOutages(() => inTurn(work), isOutage);
    await withOutages(() => disk.reached(), isAny);
    return result;
  };
  return {
    run: (sql, ...parameters) =>
      kept(async () => {
        const rows = await whenFree(() => run(sql, ...parameters));
        if (!READS.test(sql)) {
          disk.wrote();
        }
        return rows;
      }),
    transaction: (work) =>
      kept(async () => {
        await whenFree(() => sqlite.exec('BEGIN IMMEDIATE'));
        try {
          const result = await work({ run: async (sql, ...parameters) => run(sql, ...parameters) });
          sqlite.exec('COMMIT');
          disk.wrote();
          return result;
        } catch (error) {
          if (sqlite.isTransaction) {
            sqlite.exec('ROLLBACK');
          }
          throw error;
        }
      }),
    close: async () => {
      await inTurn(() => sqlite.close());
      await log?.close();
    },
  };
}

/** Statements that change nothing. */
const READS = /^\s*(?:SELECT|WITH)\b/;

/**
 * SQLite's log of what was committed; null: it is in memory. With `synchronous = NORMAL` SQLite brings it to the disk
 * only before it carries it over to the file. Each commit waits for that here instead, as with FULL; but those of one
 * moment wait together, and no other work of the process waits with them.
 */
async function openLog(sqlite: DatabaseSync) {
  // The log is there from the first transaction on, and stays until the last connection is closed.
  await whenFree(() => sqlite.exec('BEGIN IMMEDIATE; COMMIT'));
  const path = sqlite.location();
  return path === null ? null : await open(`${path}-wal`, 'r+');
}

/** Carries all of the log over to the file, and that to the disk. Throws where another connection stands in the way. */
function checkpoint(sqlite: DatabaseSync): void {
  const done = sqlite.prepare('PRAGMA wal_checkpoint(FULL)').get();
  if (done?.['busy'] !== 0) {
    throw new Error('what could not be written to the disk could not be written again yet');
  }
}

/** Makes the file, if it is not there, for nobody but its owner: it holds what callbacks are signed with. */
function makePrivate(path: string): void {
  if (path !== IN_MEMORY) {
    try {
      closeSync(openSync(path, 'a', OWNER_ONLY));
    } catch {
      // SQLite is about to fail at the same, and says what is wrong.
    }
  }
}

const IN_MEMORY = ':memory:';
const OWNER_ONLY = 0o600;

/** Milliseconds that one call may block the process while another one writes. */
const BLOCKING_TIMEOUT_MS = 20;

/** Tries until no other process writes. In between, this process goes on with its other work. */
async function whenFree<Result>(work: () => Result): Promise<Result> {
  const deadline = performance.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) {
        throw error;
      }
      await delay(BUSY_WAIT_MS);
    }
  }
}

/** Milliseconds after which a store that is always busy counts as broken; our own transactions take a few. */
const BUSY_TIMEOUT_MS = 5_000;
const BUSY_WAIT_MS = 5;

function isBusy(error: unknown): boolean {
  return codeOf(error) === SQLITE_BUSY;
}

/** The file or its disk is in trouble, and not the statement. */
function isOutage(error: unknown): boolean {
  return OUTAGES.has(codeOf(error));
}

/** A disk that does not take what was written is in trouble, whatever it says. */
function isAny(): boolean {
  return true;
}

function codeOf(error: unknown): number {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0;
  return code & PRIMARY_CODE;
}

/** SQLite's extended result codes hold the primary one in their lowest byte. */
const PRIMARY_CODE = 0xff;
const SQLITE_BUSY = 5;

/** Busy, locked, read-only, I/O error, corrupt, full, can't open, no database. */
const OUTAGES: ReadonlySet<number> = new Set([SQLITE_BUSY, 6, 8, 10, 11, 13, 14, 26]);
