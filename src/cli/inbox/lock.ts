import { DatabaseSync } from 'node:sqlite';

/**
 * Locks a file for this process; null: another process has it. The lock is one of the operating system, which SQLite
 * takes: it ends with the process, however that ends, so that none is ever left over.
 */
export function takeLock(path: string): (() => void) | null {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) {
      return null;
    }
    throw error;
  }
  return () => database.close();
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

/** As in SQLite's result codes. */
const SQLITE_BUSY = 5;
