import type { Token } from '../model.ts';
import { readCommit } from './objects.ts';
import { type RefChange, ZERO_OID } from './refs.ts';
import type { GitStore } from './store.ts';
import { findEntry, listTree } from './trees.ts';

const WORKFLOWS = '.github/workflows';

/**
 * A workflow file that this change of a ref would create or update, or null. Files that the default branch
 * holds in the same form are no news, so a branch that merely starts from it is free. Pushes are judged by
 * the same rule in update-hook.ts.
 */
export async function findChangedWorkflow(store: GitStore, change: RefChange): Promise<string | null> {
  if (change.after === ZERO_OID) {
    return null;
  }
  const before = change.before === ZERO_OID ? 'HEAD' : change.before;
  const [old, next, home] = await Promise.all(
    [before, change.after, 'HEAD'].map((commit) => readWorkflows(store, commit)),
  );
  const changed = [...(next ?? [])].find(([path, oid]) => old?.get(path) !== oid && home?.get(path) !== oid);
  return changed === undefined ? null : `${WORKFLOWS}/${changed[0]}`;
}

async function readWorkflows(store: GitStore, name: string): Promise<ReadonlyMap<string, string>> {
  const commit = await readCommit(store, name);
  const folder = commit === null ? null : await findEntry(store, commit.tree, WORKFLOWS);
  const entries = folder === null ? null : await listTree(store, folder.oid);
  return new Map((entries ?? []).filter(({ mode }) => mode !== '040000').map(({ name, oid }) => [name, oid]));
}

/** What GitHub answers, on the API as in a push: people's tokens lack a scope there, whatever they were made with. */
export function formatWorkflowRefusal(path: string, kind: Token['kind'] | undefined): string {
  const [who, lacking] =
    kind === 'personal'
      ? ['Personal Access Token', '`workflow` scope']
      : ['GitHub App', '`workflows` permission'];
  return `refusing to allow a ${who} to create or update workflow \`${path}\` without ${lacking}`;
}
