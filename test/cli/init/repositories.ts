import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Folder } from '../../../src/cli/init/folder.ts';

/** Files of a repository by their paths. */
export type Files = { readonly [path: string]: string };

/** A folder that is nowhere. */
export function folderOf(files: Files): Folder {
  const paths = Object.keys(files);
  return {
    has: (path) => paths.some((one) => one === path || one.startsWith(`${path}/`)),
    read: (path) => files[path] ?? null,
    list: (path) => {
      const prefix = path === '' ? '' : `${path}/`;
      const inside = paths.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
      return [...new Set(inside.map((one) => one.split('/')[0] ?? ''))].toSorted();
    },
  };
}

/** Does something in a folder that holds these files, and takes it away again. */
export async function withFolder<Result>(
  files: Files,
  work: (root: string) => Result | Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'init-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
