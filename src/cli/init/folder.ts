import { closeSync, constants, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is looked at to find out how a repository is tested. Paths are from its root. */
export type Folder = {
  has(path: string): boolean;
  /** Text of a file; null: it is not there, no file, or larger than anything that people write. */
  read(path: string): string | null;
  /** Names of what lies directly in a folder; none where there is no such folder. */
  list(path: string): readonly string[];
};

export function openFolder(root: string): Folder {
  return {
    has: (path) => existsSync(join(root, path)),
    read: (path) => readText(join(root, path)),
    list: (path) => listNames(join(root, path)),
  };
}

/** Bytes. Manifests and workflows are a hundredth of this. */
const LARGEST_READ = 1_000_000;

/** What a link leads to may be a file that says it is empty, and never ends, as some of the system's do. */
function readText(path: string): string | null {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    return null;
  }
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const text = readBeginning(file);
    return text.length > LARGEST_READ ? null : text.toString('utf8');
  } finally {
    closeSync(file);
  }
}

/** More than the largest that is read, or all there is. */
function readBeginning(file: number): Buffer {
  const chunks: Buffer[] = [];
  for (let left = LARGEST_READ; left >= 0; ) {
    const chunk = Buffer.alloc(CHUNK);
    const length = readSync(file, chunk);
    if (length === 0) {
      break;
    }
    chunks.push(chunk.subarray(0, length));
    left -= length;
  }
  return Buffer.concat(chunks);
}

/** Bytes. */
const CHUNK = 65_536;

function listNames(path: string): readonly string[] {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path).toSorted() : [];
}
