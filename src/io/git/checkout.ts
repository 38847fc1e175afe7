import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChangedFile, EffectMode } from '../../apply/generated/effect.ts';
import type { Checkout, Oid } from '../../stages/ports.ts';
import { createGit, type Git } from './command.ts';
import { listEntries } from './listing.ts';
import { readObjects } from './objects.ts';

/**
 * A working tree, looked at through an index of our own: that of the checkout stays as it is. Code of a patch may have
 * written anything here, the repository's configuration too; who runs this has no rights that it could take.
 */
export function createCheckout({ directory }: { readonly directory: string }): Checkout {
  return {
    writeTree: async (sha) =>
      await withIndex(directory, async (git) => {
        await git.text(['read-tree', sha]);
        await git.text(['add', '--all']);
        return (await git.text(['write-tree'])).trim();
      }),
    compare: async ({ sha, before, after, maxFiles, maxBytes }) =>
      await withIndex(directory, async (git) => {
        const entries = await differences(git, before, after);
        return entries.length > maxFiles || (await largest(git, entries)) > maxBytes
          ? { kind: 'too_large', files: entries.length }
          : {
              kind: 'compared',
              tree: await treeWith(git, sha, entries),
              files: await readFiles(git, sha, entries),
            };
      }),
  };
}

async function withIndex<Result>(directory: string, work: (git: Git) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'ghost-runner-index-'));
  try {
    return await work(createGit({ directory, index: join(folder, 'index') }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `oid` is of the new blob; null: the path is gone. */
type Entry = { readonly path: string; readonly mode: EffectMode | null; readonly oid: Oid | null };

async function differences(git: Git, before: Oid, after: Oid): Promise<readonly Entry[]> {
  const output = await git.text([
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--no-renames',
    '--full-index',
    before,
    after,
  ]);
  const fields = output.split('\0').filter(Boolean);
  return fields.flatMap((field, index) => {
    const [, mode = '', , oid = ''] = field.startsWith(':') ? field.split(' ') : [];
    return index % 2 === 1 ? [] : [{ path: fields[index + 1] ?? '', ...target(mode, oid) }];
  });
}

function target(mode: string, oid: Oid): Pick<Entry, 'mode' | 'oid'> {
  switch (mode) {
    case '100644':
    case '100755':
    case '120000':
    case '160000':
      return { mode, oid };
    case '000000':
      return { mode: null, oid: null };
    default:
      throw new Error(`git wrote a file of the mode ${mode}, which it does not know.`);
  }
}

/** Bytes of the largest new file; nothing is read for it. */
async function largest(git: Git, entries: readonly Entry[]): Promise<number> {
  const files = entries.map(({ mode, oid }) => blobOf(mode, oid)).filter((oid) => oid !== null);
  if (files.length === 0) return 0;
  const sizes = await git.text(
    ['cat-file', '--batch-check=%(objectsize)'],
    files.map((oid) => `${oid}\n`).join(''),
  );
  return Math.max(...sizes.split('\n').map(Number));
}

/** What commit `sha` would be with these entries, and without whatever else the test job changed. */
async function treeWith(git: Git, sha: Oid, entries: readonly Entry[]): Promise<Oid> {
  await git.text(['read-tree', sha]);
  const gone = entries.filter(({ mode }) => mode === null);
  const there = entries.filter(({ mode }) => mode !== null);
  // What is gone first, for a file may have become a folder.
  const lines = [...gone, ...there].map(({ path, mode, oid }) =>
    mode === null ? `0 ${'0'.repeat(sha.length)}\t${path}\0` : `${mode} ${oid}\t${path}\0`,
  );
  if (lines.length > 0) await git.text(['update-index', '-z', '--index-info'], lines.join(''));
  return (await git.text(['write-tree'])).trim();
}

async function readFiles(git: Git, sha: Oid, entries: readonly Entry[]): Promise<readonly ChangedFile[]> {
  const old = await listEntries(
    git,
    sha,
    entries.map(({ path }) => path),
  );
  const sides = entries.map(({ path, mode, oid }) => ({
    path,
    mode,
    before: blobOf(old.get(path)?.mode, old.get(path)?.oid),
    after: blobOf(mode, oid),
  }));
  const objects = await readObjects(
    git,
    sides.flatMap(({ before, after }) => [before, after]).filter((oid) => oid !== null),
  );
  const bytes = (oid: Oid | null) => (oid === null ? null : (objects.get(oid)?.bytes ?? null));
  return sides.map((side) => ({ ...side, before: bytes(side.before), after: bytes(side.after) }));
}

/** null: nothing, or no file. */
function blobOf(mode: string | null | undefined, oid: Oid | null | undefined): Oid | null {
  return mode === '100644' || mode === '100755' ? (oid ?? null) : null;
}
