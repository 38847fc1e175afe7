import { rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Locks a file for this process, and gives what unlocks it and takes the file away; null: another process has it. The
 * lock is one of the operating system, which SQLite takes: it ends with the process, however that ends, so that none is
 * ever left over.
 */
export function takeLock(path: string): (() => void) | null {
  for (;;) {
    const before = fileAt(path);
    const database = new DatabaseSync(path, { timeout: 0 });
    if (!lockWhole(database)) {
      return null;
    }
    // Whoever had it may have taken the file away since it was opened; a lock on that one keeps nobody out.
    if (before !== null && before === fileAt(path)) {
      return () => {
        rmSync(path, { force: true });
        database.close();
      };
    }
    database.close();
  }
}

/** Another name for each file that was ever there; null: there is none. */
function fileAt(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.ino}:${stats.birthtimeNs}`;
}

/** False: another process has the lock, and the database is closed. */
function lockWhole(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    database.close();
    if (isBusy(error)) {
      return false;
    }
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

/** As in SQLite's result codes. */
const SQLITE_BUSY = 5;
