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
    const failure = lock(database);
    // Whoever had it may have taken the file away since it was opened; a lock on that one keeps nobody out.
    if (before === null || before !== fileAt(path)) {
      database.close();
    } else if (failure === null) {
      return () => {
        rmSync(path, { force: true });
        database.close();
      };
    } else {
      database.close();
      return refuse(failure);
    }
  }
}

/** Another name for each file that was ever there; null: there is none. */
function fileAt(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.ino}:${stats.birthtimeNs}`;
}

/** Why it can't be locked; null: it is. */
function lock(database: DatabaseSync): { readonly error: unknown } | null {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return null;
  } catch (error) {
    return { error };
  }
}

function refuse({ error }: { readonly error: unknown }): null {
  if (typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY) {
    return null;
  }
  throw error;
}

/** As in SQLite's result codes. */
const SQLITE_BUSY = 5;
