import { findLine, followLine, readAncestors } from './line.ts';
import { createMemory, type Memory } from './memory.ts';
import { runGit } from './process.ts';
import type { GitStore } from './store.ts';

export type ChangedFile = {
  readonly path: string;
  readonly previousPath?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  /** Blob after the change; before it for a removed file. */
  readonly oid: string;
  readonly additions: number;
  readonly deletions: number;
  /** Hunks without file headers; absent for binary files and mere renames. */
  readonly patch?: string;
};

/** Where two lines of history parted; null: they have nothing in common. */
export async function findMergeBase(store: GitStore, one: string, other: string): Promise<string | null> {
  if ((await findLine(store, one, other)) !== null) {
    return one;
  }
  const known = await findLastCommon(store, one, other);
  if (known !== undefined) {
    return known;
  }
  const { stdout, exitCode } = await runGit(store.directory, ['merge-base', one, other], { accept: [1] });
  return exitCode === 0 ? stdout.toString().trim() : null;
}

/** Without a process; undefined: the histories are long, or parted in more places than one. */
async function findLastCommon(
  store: GitStore,
  one: string,
  other: string,
): Promise<string | null | undefined> {
  const [ours, theirs] = await Promise.all([readAncestors(store, one), readAncestors(store, other)]);
  if (ours === null || theirs === null) {
    return undefined;
  }
  const common = [...ours.values()].filter(({ oid }) => theirs.has(oid));
  const last = common.filter(({ oid }) => !common.some(({ parents }) => parents.includes(oid)));
  return last.length > 1 ? undefined : (last[0]?.oid ?? null);
}

/** Commits that are in `to` and not in `from`, oldest first. */
export async function listCommits(store: GitStore, from: string, to: string): Promise<readonly string[]> {
  const line = (await findLine(store, from, to)) ?? (await findOwnLine(store, from, to));
  if (line !== null) {
    return line.toReversed();
  }
  const { stdout } = await runGit(store.directory, ['rev-list', '--reverse', to, `^${from}`]);
  return stdout
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}

/** Commits from `to` back to before the first that `from` has too; null: there is a merge among them, or it is far back. */
async function findOwnLine(store: GitStore, from: string, to: string): Promise<readonly string[] | null> {
  const shared = await readAncestors(store, from);
  if (shared === null) {
    return null;
  }
  const line: string[] = [];
  for await (const { oid, parents } of followLine(store, to)) {
    if (shared.has(oid)) {
      return line;
    }
    line.push(oid);
    if (parents.length === 0) {
      return line;
    }
  }
  return null;
}

/** A commit and all its ancestors, in the order of `git log`. */
export async function listHistory(store: GitStore, oid: string): Promise<readonly string[]> {
  const line: string[] = [];
  for await (const commit of followLine(store, oid)) {
    line.push(commit.oid);
    if (commit.parents.length === 0) {
      return line;
    }
  }
  const { stdout } = await runGit(store.directory, ['rev-list', oid]);
  return stdout
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}

/** The difference between two commits or trees as git prints it. */
export async function formatDiff(store: GitStore, from: string, to: string): Promise<string> {
  return (await compare(store, from, to)).text;
}

/** Files that differ between two commits or trees, renames found, in git's order. */
export async function listChangedFiles(
  store: GitStore,
  from: string,
  to: string,
): Promise<readonly ChangedFile[]> {
  const [raw, { counts: lines, text }] = await Promise.all([
    runGit(store.directory, ['diff-tree', '-r', '-M', '-z', '--raw', '--no-abbrev', from, to]),
    compare(store, from, to),
  ]);
  const patches = splitPatches(text);
  return parseRaw(raw.stdout.toString()).map((file, index) => {
    // A file that changes its type is printed as a deletion and a creation, which is no patch of one file.
    const [patch, ...more] = patches.splice(0, file.status === 'changed' ? 2 : 1);
    const counts = lines[index] ?? { additions: 0, deletions: 0 };
    return { ...file, ...counts, ...(patch === undefined || more.length > 0 ? {} : { patch }) };
  });
}

export type LineCounts = { readonly additions: number; readonly deletions: number };

/** Lines added and deleted in each changed file, in git's order. */
export async function countChanges(
  store: GitStore,
  from: string,
  to: string,
): Promise<readonly LineCounts[]> {
  return (await compare(store, from, to)).counts;
}

type Comparison = { readonly counts: readonly LineCounts[]; readonly text: string };

/** Two commits always differ by the same, so git is asked once for each pair. */
async function compare(store: GitStore, from: string, to: string): Promise<Comparison> {
  const memory = comparisons.get(store) ?? createMemory<Comparison>(REMEMBERED);
  comparisons.set(store, memory);
  const key = `${from} ${to}`;
  const comparison = memory.get(key) ?? (await readComparison(store, from, to));
  memory.set(key, comparison);
  return comparison;
}

/** Few, for the texts can be long. */
const REMEMBERED = 30;
const comparisons = new WeakMap<GitStore, Memory<Comparison>>();

/** Both at once: a line of counts for each file, an empty line, and the text. */
async function readComparison(store: GitStore, from: string, to: string): Promise<Comparison> {
  const how = ['-r', '-M', '--numstat', '-p', '--full-index'];
  const { stdout } = await runGit(store.directory, ['diff-tree', ...how, from, to]);
  const printed = stdout.toString();
  const end = printed.indexOf('\n\n');
  return end < 0
    ? { counts: [], text: '' }
    : { counts: parseCounts(printed.slice(0, end)), text: printed.slice(end + 2) };
}

const STATUSES: { readonly [letter: string]: ChangedFile['status'] } = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

type RawFile = Pick<ChangedFile, 'path' | 'previousPath' | 'status' | 'oid'>;

/** `:mode mode oid oid X\0path\0`, with a second path for a rename. */
function parseRaw(text: string): RawFile[] {
  const fields = text.split('\0');
  const files: RawFile[] = [];
  for (let at = 0; fields[at]?.startsWith(':'); ) {
    const [, , before = '', after = '', letter = ''] = (fields[at] ?? '').split(' ');
    const status = STATUSES[letter.charAt(0)] ?? 'changed';
    const oid = status === 'removed' ? before : after;
    const first = fields[at + 1] ?? '';
    if (status === 'renamed') {
      files.push({ path: fields[at + 2] ?? '', previousPath: first, status, oid });
      at += 3;
    } else {
      files.push({ path: first, status, oid });
      at += 2;
    }
  }
  return files;
}

/** `added\tdeleted\tpath` in each line; git quotes newlines in paths. Binary files have `-`. */
function parseCounts(text: string): LineCounts[] {
  return text.split('\n').map((line) => {
    const [additions = '', deletions = ''] = line.split('\t');
    return { additions: Number(additions) || 0, deletions: Number(deletions) || 0 };
  });
}

function splitPatches(text: string): (string | undefined)[] {
  return text
    .split(/^diff --git .*\n/m)
    .slice(1)
    .map((file) => {
      const start = file.search(/^@@ /m);
      return start < 0 ? undefined : file.slice(start).replace(/\n$/, '');
    });
}
