import type { PatchRecord } from '../../record/record.ts';
import type { BaseState, Oid } from '../ports.ts';
import type { ControlContext } from './context.ts';
import type { Ledger, PullRequestFacts } from './ports.ts';
import { type Merge, pathsOf } from './revert-patch.ts';

export type Merged = PullRequestFacts & { readonly merge: NonNullable<PullRequestFacts['merge']> };

/**
 * What the merge of a patch made of its files, those among them that named commands made. null: record and commits do not
 * say what stood there before, or it brought something else than the branch had: nobody can tell what to take back.
 */
export async function readMerge(
  { ledger, repository }: Pick<ControlContext, 'ledger' | 'repository'>,
  { record, facts }: { readonly record: PatchRecord; readonly facts: Merged },
): Promise<Merge | null> {
  const { id, title, generated } = record;
  const { url, base, head, merge } = facts;
  const files = pathsOf(record);
  const branch = await readBranch(ledger, { head: head.sha, own: generated?.onto });
  const parent = branch === null ? null : await findParent(ledger, { sha: merge.sha, branch });
  if (files.length === 0 || branch === null || parent === null) {
    return null;
  }
  const read = async (sha: Oid) =>
    (await repository.read({ base: { branch: base.branch, sha }, files })).pinned ?? null;
  // These two are only compared, and need not be held together with the others.
  const from = marksOf(await read(branch.base));
  const theirs = marksOf(await read(branch.head));
  const [before, after] = await Promise.all([read(parent), read(merge.sha)]);
  const [ours, merged] = [marksOf(before), marksOf(after)];
  if (before === null || after === null || !from || !theirs || !ours || !merged) {
    return null;
  }
  const versions = { base: from, ours, theirs, merged };
  if (!files.every((path) => isMergeOf(path, versions))) {
    return null;
  }
  const commands = generated?.changes.length ? generated.commands : [];
  return { id, title, url, branch: base.branch, sha: merge.sha, before, after, commands };
}

/** The branch of a patch: a commit of its own, and another one where commands made something. */
type Branch = {
  readonly head: Oid;
  /** Newest first. */
  readonly messages: readonly string[];
  /** The commit that it began at. */
  readonly base: Oid;
};

async function readBranch(
  ledger: Ledger,
  { head, own = head }: { readonly head: Oid; readonly own: Oid | undefined },
): Promise<Branch | null> {
  const oids = [...new Set([head, own])];
  const commits = await Promise.all(oids.map(async (oid) => await ledger.commit(oid)));
  const base = commits.at(-1)?.parents[0];
  const messages = commits.flatMap((commit) => commit?.message ?? []);
  return base === undefined || messages.length < oids.length ? null : { head, messages, base };
}

/**
 * The commit on the base branch before the merge. A merge commit has it beside the head of the branch, a squash below
 * itself. A rebase puts copies of the commits there, of which one without an effect may be missing; they are known by
 * their messages, each of which names its run.
 */
async function findParent(
  ledger: Ledger,
  { sha, branch }: { readonly sha: Oid; readonly branch: Branch },
): Promise<Oid | null> {
  const merge = await ledger.commit(sha);
  const [first = null, second = null, ...more] = merge?.parents ?? [];
  if (second !== null) {
    const other = first === branch.head ? second : first;
    return more.length === 0 && merge?.parents.includes(branch.head) ? other : null;
  }
  let below = first;
  let at = merge;
  for (const message of branch.messages) {
    // Something may have been added at its end, such as who signed it off.
    if (at?.message.startsWith(message)) {
      below = at.parents[0] ?? null;
      at = below === null ? null : await ledger.commit(below);
    }
  }
  return below;
}

/** What stands at each path, in a word that is the same for the same content. */
type Marks = ReadonlyMap<string, string>;

function marksOf(state: BaseState | null): Marks | null {
  return state && new Map([...state.entries].map(([path, { mode, oid }]) => [path, `${mode} ${oid}`]));
}

/**
 * That nobody else's changes came with it, and that none of the patch went elsewhere, as where a file was renamed on the
 * base branch meanwhile. What becomes of a file that both sides changed is theirs together, and only has to be there.
 */
function isMergeOf(
  path: string,
  versions: { readonly [Version in 'base' | 'ours' | 'theirs' | 'merged']: Marks },
): boolean {
  const [base, ours, theirs, merged] = [
    versions.base.get(path),
    versions.ours.get(path),
    versions.theirs.get(path),
    versions.merged.get(path),
  ];
  if (base === theirs) {
    return merged === ours;
  }
  return base === ours || ours === theirs ? merged === theirs : merged !== undefined;
}
