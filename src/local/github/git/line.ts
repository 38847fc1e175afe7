import type { Commit } from './format.ts';
import { readCommit } from './objects.ts';
import type { GitStore } from './store.ts';

/**
 * A commit, its only parent, that one's only parent and so on, until there is a root or a merge, or the line gets long.
 * Most questions about history are answered in the first steps, and no process has to be started for these.
 */
export async function* followLine(store: GitStore, oid: string): AsyncGenerator<Commit> {
  let next: string | undefined = oid;
  for (let steps = 0; next !== undefined && steps < LONGEST_LINE; steps += 1) {
    const commit: Commit | null = await readCommit(store, next);
    if (commit === null) {
      return;
    }
    yield commit;
    next = commit.parents.length === 1 ? commit.parents[0] : undefined;
  }
}

/** Reading so many commits takes about as long as starting one process. */
const LONGEST_LINE = 40;

/** A commit and all its ancestors, by their ids; null: one is not here, or there are many, and git is the quicker to ask. */
export async function readAncestors(
  store: GitStore,
  oid: string,
): Promise<ReadonlyMap<string, Commit> | null> {
  const found = new Map<string, Commit>();
  const waiting = [oid];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const commit: Commit | null = await readCommit(store, next);
    if (commit === null || found.size === LONGEST_LINE) {
      return null;
    }
    if (!found.has(commit.oid)) {
      found.set(commit.oid, commit);
      waiting.push(...commit.parents);
    }
  }
  return found;
}

/** Commits from `to` back to before `from`; null: `from` does not stand in the line of `to`, or far back. */
export async function findLine(store: GitStore, from: string, to: string): Promise<readonly string[] | null> {
  const line: string[] = [];
  for await (const { oid } of followLine(store, to)) {
    if (oid === from) {
      return line;
    }
    line.push(oid);
  }
  return null;
}
