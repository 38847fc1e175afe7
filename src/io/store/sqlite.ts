import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../../stages/intake/store.ts';
import type { Database, Row, Value } from './database.ts';
import { migrate } from './migrations.ts';
import { createStore } from './store.ts';
import { StoreError, withOutages } from './store-error.ts';

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
    const why = String(cause instanceof StoreError ? cause.cause : cause).replace(/^Error: /, '');
    throw new Error(`the store at ${path} can't be used: ${why}`, { cause });
  }
}

async function openDatabase(path: string): Promise<Database> {
  const sqlite = new DatabaseSync(path, { timeout: BLOCKING_TIMEOUT_MS });
  await whenFree(() =>
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;'),
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
  return {
    run: (sql, ...parameters) =>
      withOutages(() => inTurn(() => whenFree(() => run(sql, ...parameters))), isOutage),
    transaction: (work) =>
      withOutages(
        () =>
          inTurn(async () => {
            await whenFree(() => sqlite.exec('BEGIN IMMEDIATE'));
            try {
              const result = await work({ run: async (sql, ...parameters) => run(sql, ...parameters) });
              sqlite.exec('COMMIT');
              return result;
            } catch (error) {
              if (sqlite.isTransaction) {
                sqlite.exec('ROLLBACK');
              }
              throw error;
            }
          }),
        isOutage,
      ),
    close: () => inTurn(() => sqlite.close()),
  };
}

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

function codeOf(error: unknown): number {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0;
  return code & PRIMARY_CODE;
}

/** SQLite's extended result codes hold the primary one in their lowest byte. */
const PRIMARY_CODE = 0xff;
const SQLITE_BUSY = 5;

/** Busy, locked, read-only, I/O error, corrupt, full, can't open, no database. */
const OUTAGES: ReadonlySet<number> = new Set([SQLITE_BUSY, 6, 8, 10, 11, 13, 14, 26]);
