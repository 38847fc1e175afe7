import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActionsHost } from '../../contract.ts';

/** Trees of commits on disk, written once and used by many jobs. */
export type ExportedTrees = {
  /** The folder that holds the tree, just as it was written. */
  at(repository: string, oid: string): Promise<string>;
};

/**
 * A job could write to a tree that a later, trusted job will run, since all jobs are processes of one user. So each
 * tree is looked at again before it is handed out, and left behind for a new one when it was touched. (What is
 * changed while the trusted job runs is beyond that; on GitHub each job has a machine of its own.)
 */
export function createExportedTrees(host: ActionsHost, directory: string): ExportedTrees {
  const trees = new Map<string, Promise<Tree>>();
  let exports = 0;

  async function at(repository: string, oid: string): Promise<string> {
    const key = `${repository}@${oid}`;
    const known = trees.get(key);
    if (known !== undefined) {
      const tree = await known;
      if ((await fingerprint(tree.folder)) === tree.fingerprint) return tree.folder;
      // Somebody else may have noticed it at the same time.
      if (trees.get(key) !== known) return at(repository, oid);
    }
    const fresh = exportTree(repository, oid);
    trees.set(key, fresh);
    fresh.catch(() => trees.delete(key));
    return (await fresh).folder;
  }

  async function exportTree(repository: string, oid: string): Promise<Tree> {
    exports += 1;
    const folder = join(directory, ...repository.split('/'), `${oid}-${exports}`);
    await mkdir(folder, { recursive: true });
    await host.exportTree(repository, oid, folder);
    return { folder, fingerprint: await fingerprint(folder) };
  }

  return { at };
}

type Tree = { readonly folder: string; readonly fingerprint: string };

/** Of all names, sizes and change times: a file's ctime, unlike its mtime, can't be set back by who changed it. */
async function fingerprint(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const lines = await Promise.all(['.', ...names].sort().map((name) => describeFile(folder, name)));
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

async function describeFile(folder: string, name: string): Promise<string> {
  try {
    const { ino, size, ctimeNs } = await lstat(join(folder, name), { bigint: true });
    return `${name} ${ino} ${size} ${ctimeNs}`;
  } catch {
    return `${name} is gone`;
  }
}
