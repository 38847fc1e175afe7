import type { TreeEntry } from '../stages/ports.ts';

/**
 * A tree entry's mode from git's six octal digits. Old git versions wrote other permission bits than today's; all that
 * git reads from them is whether a file is executable.
 */
export function parseMode(digits: string): TreeEntry['mode'] {
  const mode = Number.parseInt(digits, 8);
  switch (mode & TYPE_BITS) {
    case 0o040000:
      return '040000';
    case 0o120000:
      return '120000';
    case 0o160000:
      return '160000';
    case 0o100000:
      return (mode & OWNER_EXECUTES) === 0 ? '100644' : '100755';
    default:
      throw new Error(`${digits} is no file mode that git knows.`);
  }
}

const TYPE_BITS = 0o170000;
const OWNER_EXECUTES = 0o100;
