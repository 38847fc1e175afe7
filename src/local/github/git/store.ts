import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Commit, Entry } from './format.ts';
import { createMemory, type Memory } from './memory.ts';
import { createObjectReader, type ObjectReader } from './reader.ts';
import { createRefWriter, type RefWriter } from './ref-writer.ts';
import { UPDATE_HOOK } from './update-hook.ts';

/** One bare repository, and what is kept in memory of its unchangeable objects. */
export type GitStore = {
  readonly directory: string;
  readonly reader: ObjectReader;
  /** To be used exclusively. */
  readonly writer: RefWriter;
  readonly trees: Memory<readonly Entry[]>;
  readonly commits: Memory<Commit>;
  /** Runs the work when all earlier work on this repository's refs has ended. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
};

export async function createStore(directory: string, defaultBranch: string): Promise<GitStore> {
  await layOut(directory, defaultBranch);
  const [reader, writer] = [createObjectReader(directory), createRefWriter(directory)];
  let last: Promise<unknown> = Promise.resolve();
  return {
    directory,
    reader,
    writer,
    trees: createMemory(REMEMBERED_TREES),
    commits: createMemory(REMEMBERED_COMMITS),
    exclusively(work) {
      const result = last.then(work, work);
      last = result.catch(() => {});
      return result;
    },
    close() {
      reader.close();
      writer.close();
    },
  };
}

/** What `git init --bare` makes, without a process. */
async function layOut(directory: string, defaultBranch: string): Promise<void> {
  await Promise.all(
    ['hooks', 'objects', 'refs'].map((folder) => mkdir(join(directory, folder), { recursive: true })),
  );
  await Promise.all([
    writeFile(join(directory, 'HEAD'), `ref: refs/heads/${defaultBranch}\n`),
    writeFile(join(directory, 'config'), CONFIG),
    writeFile(join(directory, 'hooks', 'update'), UPDATE_HOOK, { mode: 0o755 }),
  ]);
}

/** Trees can be long; commits are short. */
const REMEMBERED_TREES = 500;
const REMEMBERED_COMMITS = 5000;

/**
 * As GitHub serves its repositories: partial and single-object fetches, pull request refs read-only, no upkeep
 * in between. Nothing here has to outlive a power cut, so nothing waits for the disk.
 */
const CONFIG = `[core]
	repositoryformatversion = 0
	filemode = true
	bare = true
	logallrefupdates = false
	filesRefLockTimeout = 5000
	packedRefsTimeout = 5000
	compression = 1
	fsync = none
[http]
	receivepack = true
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[receive]
	hideRefs = refs/pull
	autogc = false
	fsckObjects = true
	advertisePushOptions = true
[fastimport]
	unpackLimit = 1
[gc]
	auto = 0
[maintenance]
	auto = false
`;
