import { Buffer } from 'node:buffer';
import { type BigIntStats, constants } from 'node:fs';
import { access, lstat, mkdir, open, opendir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../../patch/digest.ts';
import { MAX_PATCH_TEXT_BYTES } from '../../patch/limits.ts';
import type { FileFacts } from './file-step.ts';
import { takeLock } from './lock.ts';
import { lockPlace } from './lock-place.ts';
import { COMPLETED, FAILED, isPatchName, WORKING } from './names.ts';
import { UnusableFolder } from './unusable-folder.ts';

/** A folder that patches are dropped into. Paths are relative to it. */
export type Folder = {
  /** All that may be patches by their names, up to a number; `more`: there are others. */
  look(): Promise<{ readonly files: readonly FileFacts[]; readonly more: boolean }>;
  /** Names in `.working/`. */
  working(): Promise<readonly string[]>;
  /** Never follows a link, never waits for a pipe, and reads no more than a patch may have. */
  read(path: string): Promise<Content>;
  /** Is there anything of this name, a link that leads nowhere included? */
  has(path: string): Promise<boolean>;
  /** In one step; false: `from` is gone. */
  move(from: string, to: string): Promise<boolean>;
  /** All of it or nothing. */
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Lets another process have it. */
  close(): void;
};

export type Content =
  /** `sha256`, hex, of the bytes. */
  | { readonly kind: 'text'; readonly text: string; readonly sha256: string }
  | { readonly kind: 'gone' }
  /** In words that end with what to do. */
  | { readonly kind: 'unreadable'; readonly code: 'malformed' | 'too_large'; readonly why: string };

/** Makes the folders inside and locks it for this process, with a file in `locks`; throws an UnusableFolder. */
export async function openFolder(directory: string, locks: string): Promise<Folder> {
  await prepare(directory);
  const unlock = takeLock(await lockPlace(directory, locks));
  if (unlock === null) {
    throw new UnusableFolder(
      `${directory} is watched already; end the other ghost-runner watch, or give this one a folder of its own`,
    );
  }
  const at = (path: string) => join(directory, path);
  let drafts = 0;
  return {
    look: () => lookAt(directory),
    working: () => readdir(at(WORKING)),
    read: (path) => readContent(at(path)),
    has: (path) => exists(at(path)),
    move: async (from, to) => {
      await requireFolders(directory);
      return unlessGone(rename(at(from), at(to)));
    },
    write: async (path, text) => {
      await requireFolders(directory);
      drafts += 1;
      return writeWhole({ draft: at(join(WORKING, `draft-${drafts}`)), path: at(path) }, text);
    },
    remove: async (path) => {
      await requireFolders(directory);
      // Beside our own drafts nothing belongs there, and a folder in the place of one would stand in the way for ever.
      return rm(at(path), { force: true, recursive: dirname(path) === WORKING });
    },
    close: unlock,
  };
}

async function prepare(directory: string): Promise<void> {
  try {
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    for (const inside of [WORKING, COMPLETED, FAILED]) {
      const made = await mkdir(join(directory, inside), { recursive: true });
      if (made !== undefined) {
        await writeFile(join(made, '.gitignore'), IGNORE_ALL, { flag: 'wx' });
      }
    }
    await requireFolders(directory);
  } catch (cause) {
    if (cause instanceof UnusableFolder) {
      throw cause;
    }
    throw new UnusableFolder(
      `${directory} can't be watched (${codeOf(cause)}); name a folder that you may read and write`,
      { cause },
    );
  }
}

/** Whoever else may write here could put a link in the place of one of ours, and have files moved to where it leads. */
async function requireFolders(directory: string): Promise<void> {
  for (const inside of [WORKING, COMPLETED, FAILED]) {
    if (!(await lstat(join(directory, inside))).isDirectory()) {
      throw new UnusableFolder(`${join(directory, inside)} is no folder; take it away`);
    }
  }
}

/** Where the folder is in a repository, what we make of the patches in it is no work to be committed. */
const IGNORE_ALL = '*\n';

async function lookAt(directory: string): Promise<{ files: readonly FileFacts[]; more: boolean }> {
  const files: FileFacts[] = [];
  const others: FileFacts[] = [];
  for await (const { name } of await opendir(directory)) {
    const facts = isPatchName(name) ? await readFacts(directory, name) : null;
    const list = facts?.kind === 'file' ? files : others;
    if (facts !== null && list.length < MAX_FILES) {
      list.push(facts);
    } else if (facts?.kind === 'file') {
      return { files: [...files, ...others], more: true };
    }
  }
  return { files: [...files, ...others], more: false };
}

/** Files of one look, and as many others of which it is said why they stay; those beyond are seen once these are done. */
export const MAX_FILES = 1000;

async function readFacts(directory: string, name: string): Promise<FileFacts | null> {
  try {
    const stats = await lstat(join(directory, name), { bigint: true });
    return {
      name,
      kind: kindOf(stats),
      size: Number(stats.size),
      changedAt: stats.mtimeNs,
      stamp: `${stats.ino}:${stats.size}:${stats.mtimeNs}`,
    };
  } catch (error) {
    return ignoreGone(error, name);
  }
}

function kindOf(stats: BigIntStats): FileFacts['kind'] {
  if (stats.isFile()) {
    return 'file';
  }
  if (stats.isSymbolicLink()) {
    return 'link';
  }
  return stats.isDirectory() ? 'folder' : 'special';
}

/** A name that is not in UTF-8 can't be asked for, and is said to be there all the same. */
function ignoreGone(error: unknown, name: string): FileFacts | null {
  if (codeOf(error) !== 'ENOENT') {
    throw error;
  }
  return name.includes('\uFFFD') ? { name, kind: 'file', size: 0, changedAt: 0n, stamp: '' } : null;
}

async function readContent(path: string): Promise<Content> {
  try {
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return (await file.stat()).isFile() ? await readText(file) : NOT_A_FILE;
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') {
      return { kind: 'gone' };
    }
    return code === 'ELOOP'
      ? NOT_A_FILE
      : {
          kind: 'unreadable',
          code: 'malformed',
          why: `The file can't be read (${code}); make it readable and drop it into the folder again.`,
        };
  }
}

const NOT_A_FILE: Content = {
  kind: 'unreadable',
  code: 'malformed',
  why: 'It is no regular file; drop the patch itself into the folder.',
};

async function readText(file: Awaited<ReturnType<typeof open>>): Promise<Content> {
  const chunks: Uint8Array[] = [];
  // `end` counts the last byte that is read, so this is one more than a patch may have.
  for await (const chunk of file.createReadStream({ end: MAX_PATCH_TEXT_BYTES, autoClose: false })) {
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length > MAX_PATCH_TEXT_BYTES) {
    return {
      kind: 'unreadable',
      code: 'too_large',
      why: `The file has more than ${MAX_PATCH_TEXT_BYTES} bytes. Split the patch into several.`,
    };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'text', text, sha256: sha256(bytes) };
  } catch {
    return {
      kind: 'unreadable',
      code: 'malformed',
      why: 'The file is not in UTF-8, as some shells write what a program prints; save it as UTF-8 and drop it into the folder again.',
    };
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return false;
    }
    throw error;
  }
}

async function unlessGone(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return false;
    }
    throw error;
  }
}

/** `draft`: a name in `.working/` that nobody else writes to. */
async function writeWhole(
  { draft, path }: { readonly draft: string; readonly path: string },
  text: string,
): Promise<void> {
  await rm(draft, { force: true, recursive: true });
  // What is there all the same is never written through, whoever put it there.
  await writeFile(draft, text, { flag: 'wx' });
  await rename(draft, path);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
