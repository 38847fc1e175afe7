import { createHash } from 'node:crypto';
import type { Ledger, ListedRef } from '../../../src/stages/control/ports.ts';
import type {
  BaseState,
  CommitPlan,
  FileMode,
  Oid,
  OpenHead,
  PullRequestState,
  ReadRequest,
  Repository,
  Snapshot,
  Transaction,
  TreeEntry,
  WriteResult,
} from '../../../src/stages/ports.ts';

/** A repository in memory with files in its root alone: a thousand times as fast as git, and none of its objects. */
export type MemoryGit = ReturnType<typeof createMemoryGit>;

type Tree = ReadonlyMap<string, { readonly mode: FileMode; readonly oid: Oid; readonly bytes: Uint8Array }>;

type Commit = {
  readonly tree: Oid;
  readonly parents: readonly Oid[];
  readonly message: string;
  readonly at: string;
};

export function createMemoryGit(world: {
  readonly now: () => Date;
  readonly files: { readonly [path: string]: string };
  readonly config: string;
  /** Newest first. */
  readonly pullRequestsFrom: (branch: string) => readonly PullRequestState[];
  readonly openPullRequestsFrom: (prefix: string) => readonly OpenHead[];
}) {
  const { now, files, config, pullRequestsFrom, openPullRequestsFrom } = world;
  const trees = new Map<Oid, Tree>();
  const commits = new Map<Oid, Commit>();
  const refs = new Map<string, Oid>();

  const putTree = (tree: Tree): Oid => {
    const oid = oidOf([...tree].map(([path, { mode, oid }]) => [path, mode, oid]));
    trees.set(oid, tree);
    return oid;
  };
  const commit = (made: Omit<Commit, 'at'>): Oid => {
    // Git keeps whole seconds, so that what is made twice within one is one commit.
    const whole = { ...made, at: `${now().toISOString().slice(0, WHOLE_SECOND)}Z` };
    const oid = oidOf(whole);
    commits.set(oid, whole);
    return oid;
  };
  const commitAt = (oid: Oid): Commit => {
    const found = commits.get(oid);
    if (found === undefined) {
      throw new Error(`there is no commit ${oid}`);
    }
    return found;
  };
  const treeOf = (oid: Oid): Tree => trees.get(commitAt(oid).tree) ?? new Map();
  const infoOf = (ref: string) => {
    const oid = refs.get(ref);
    return oid === undefined ? null : { oid, tree: commitAt(oid).tree, message: commitAt(oid).message };
  };
  const listedAt = (ref: string, oid: Oid): ListedRef => {
    const { at, parents: _, ...rest } = commitAt(oid);
    return { ref, oid, ...rest, committedAt: at };
  };
  const list = (prefix: string) =>
    [...refs].filter(([ref]) => ref.startsWith(prefix)).map(([ref, oid]) => listedAt(ref, oid));

  const branchAt = (branch: string, wanted: readonly string[]): BaseState | null => {
    const sha = refs.get(`refs/heads/${branch}`);
    return sha === undefined ? null : baseAt(branch, sha, wanted);
  };
  const baseAt = (branch: string, sha: Oid, wanted: readonly string[]): BaseState | null => {
    if (!commits.has(sha)) {
      return null;
    }
    const tree = treeOf(sha);
    const entries = new Map<string, TreeEntry>([...tree].filter(([path]) => wanted.includes(path)));
    return { branch, sha, tree: commitAt(sha).tree, entries, beside: [...tree.keys()] };
  };
  const read = (request: ReadRequest): Snapshot => {
    const {
      base,
      files: wanted = [],
      refs: asked = [],
      fileAt,
      anyRefUnder,
      pullRequestsFrom: from,
      openPullRequestsFrom: prefix,
    } = request;
    const kept = fileAt === undefined ? undefined : refs.get(fileAt.ref);
    const file = kept === undefined ? undefined : treeOf(kept).get(fileAt?.path ?? '');
    return {
      defaultBranch: 'main',
      base: base === undefined ? null : branchAt(base.branch ?? 'main', wanted),
      ...(base?.sha === undefined ? {} : { pinned: baseAt(base.branch ?? 'main', base.sha, wanted) }),
      refs: new Map(asked.map((ref) => [ref, infoOf(ref)])),
      config,
      ...(fileAt === undefined ? {} : { fileAt: file?.bytes ?? null }),
      anyRefUnder: anyRefUnder !== undefined && list(anyRefUnder).length > 0,
      ...(from === undefined ? {} : { pullRequests: pullRequestsFrom(from.branch) }),
      ...(prefix === undefined ? {} : { openPullRequests: openPullRequestsFrom(prefix) }),
      labelIds: new Map(),
      reviewerIds: new Map(),
    };
  };
  const plant = ({ tree }: CommitPlan): Oid => {
    if (typeof tree === 'string') {
      return tree;
    }
    const grown = new Map(tree.base === null ? [] : trees.get(tree.base));
    for (const { path, mode, bytes } of tree.changes) {
      if (bytes === null) {
        grown.delete(path);
      } else {
        grown.set(path, { mode, bytes, oid: createHash('sha1').update(bytes).digest('hex') });
      }
    }
    return putTree(grown);
  };
  const write = ({ commits: plans, refs: moves }: Transaction): WriteResult => {
    const moved = moves.filter(({ ref, before }) => (refs.get(ref) ?? null) !== before).map(({ ref }) => ref);
    if (moved.length > 0) {
      return { ok: false, moved };
    }
    const planted = Object.fromEntries(Object.entries(plans).map(([name, plan]) => [name, plant(plan)]));
    const made = Object.fromEntries(
      Object.entries(plans).map(([name, { parents, message }]) => {
        const tree = planted[name] ?? '';
        return [name, { oid: commit({ tree, parents, message: message(planted) }), tree }];
      }),
    );
    for (const { ref, after } of moves) {
      const oid = after === null || typeof after === 'string' ? after : made[after.commit]?.oid;
      if (oid === null) {
        refs.delete(ref);
      } else if (oid !== undefined) {
        refs.set(ref, oid);
      }
    }
    return { ok: true, commits: made };
  };

  const start = plant({
    tree: {
      base: null,
      changes: Object.entries(files).map(([path, text]) => ({
        path,
        mode: '100644',
        bytes: Buffer.from(text),
      })),
    },
    parents: [],
    message: () => '',
  });
  refs.set('refs/heads/main', commit({ tree: start, parents: [], message: 'Start' }));

  /** What a branch changed since it left `main`, on what stands there now. */
  const mergedTree = (main: Oid, head: Oid): Tree | null => {
    const known = ancestorsOf([main]);
    const [since] = historyOf(head, Number.POSITIVE_INFINITY).filter(({ oid }) => known.has(oid));
    const [base, ours, theirs] = [since?.oid ?? '', main, head].map(treeOf);
    const grown = new Map(ours);
    for (const path of new Set([...(base?.keys() ?? []), ...(theirs?.keys() ?? [])])) {
      const [was, here, there] = [base, ours, theirs].map((tree) => tree?.get(path));
      if (was?.oid !== there?.oid) {
        if (was?.oid !== here?.oid && here?.oid !== there?.oid) {
          return null;
        }
        if (there === undefined) {
          grown.delete(path);
        } else {
          grown.set(path, there);
        }
      }
    }
    return grown;
  };
  const ancestorsOf = (from: Iterable<Oid>): ReadonlySet<Oid> => {
    const known = new Set<Oid>(from);
    for (const one of known) {
      commitAt(one).parents.forEach((parent) => known.add(parent));
    }
    return known;
  };
  const historyOf = (from: Oid | undefined, limit: number, ref = ''): readonly ListedRef[] => {
    const steps: ListedRef[] = [];
    for (let oid = from; oid !== undefined && steps.length < limit; oid = commitAt(oid).parents[0]) {
      steps.push(listedAt(ref, oid));
    }
    return steps;
  };
  const repository: Repository = { read: async (request) => read(request), write: async (tx) => write(tx) };
  const ledger: Ledger = {
    list: async (prefix) => list(prefix),
    each: async (prefix, take) => list(prefix).forEach(take),
    history: async (ref, limit) => historyOf(refs.get(ref), limit, ref),
    commit: async (oid) => {
      const found = commits.get(oid);
      return found === undefined ? null : { oid, ...found };
    },
  };
  return {
    repository,
    ledger,
    at: (ref: string): Oid | null => refs.get(ref) ?? null,
    messageAt: (ref: string): string | null => infoOf(ref)?.message ?? null,
    /** Of a commit and of all before it, newest first. */
    messagesFrom: (oid: Oid): readonly string[] =>
      historyOf(oid === '' ? undefined : oid, Number.POSITIVE_INFINITY).map(({ message }) => message),
    /** As a person does; null: there is no such branch. */
    push(ref: string): Oid | null {
      const parent = refs.get(ref);
      if (parent === undefined) {
        return null;
      }
      const sha = commit({
        tree: commitAt(parent).tree,
        parents: [parent],
        message: `By hand, on ${parent}`,
      });
      refs.set(ref, sha);
      return sha;
    },
    /** Whether some branch still leads to a commit. */
    /** As a person does by `git push --force`. */
    putBack: (ref: string, oid: Oid): void => void refs.set(ref, oid),
    keeps: (oid: Oid): boolean => ancestorsOf(refs.values()).has(oid),
    has(ref: string, oid: Oid): boolean {
      const at = refs.get(ref);
      return at !== undefined && ancestorsOf([at]).has(oid);
    },
    /** As a merge on GitHub, file by file; null: both sides changed one. */
    merge(head: Oid): Oid | null {
      const main = refs.get('refs/heads/main') ?? '';
      const merged = mergedTree(main, head);
      if (merged === null) {
        return null;
      }
      const sha = commit({ tree: putTree(merged), parents: [main, head], message: 'Merge' });
      refs.set('refs/heads/main', sha);
      return sha;
    },
    /** Names of all refs below a prefix, without it. */
    below: (prefix: string): readonly string[] => list(prefix).map(({ ref }) => ref.slice(prefix.length)),
  };
}

const WHOLE_SECOND = '2026-01-01T00:00:00'.length;

function oidOf(value: unknown): Oid {
  return createHash('sha1').update(JSON.stringify(value)).digest('hex');
}
