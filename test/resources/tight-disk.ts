import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small disk of its own, which can be filled, emptied and made read-only. */
export type TightDisk = {
  readonly directory: string;
  fill(): void;
  empty(): void;
  setReadOnly(readOnly: boolean): void;
  remove(): void;
};

/** null: this user may not mount one. */
export function createTightDisk(): TightDisk | null {
  const directory = mkdtempSync(join(tmpdir(), 'tight-'));
  if (!mount('-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', directory)) {
    rmSync(directory, { recursive: true });
    return null;
  }
  const filler = join(directory, 'filler');
  return {
    directory,
    fill: () => {
      try {
        writeFileSync(filler, Buffer.alloc(SIZE));
      } catch {
        // What fits of it stays, and that is the whole disk.
      }
    },
    empty: () => rmSync(filler, { force: true }),
    setReadOnly: (readOnly) => {
      if (!mount('-o', `remount,${readOnly ? 'ro' : 'rw'}`, directory)) {
        throw new Error('the disk could not be mounted anew; see which files are still open');
      }
    },
    remove: () => {
      // Lazily, because a test that failed may have left files open.
      execFileSync('umount', ['--lazy', directory]);
      rmSync(directory, { recursive: true });
    },
  };
}

/** Bytes. */
const SIZE = 2 * 1024 * 1024;

function mount(...args: readonly string[]): boolean {
  try {
    execFileSync('mount', args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
