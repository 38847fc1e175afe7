import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
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

function readText(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() && found.size <= LARGEST_READ ? readFileSync(path, 'utf8') : null;
}

function listNames(path: string): readonly string[] {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path).toSorted() : [];
}
