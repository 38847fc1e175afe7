import { createHash } from 'node:crypto';
import type {
  BaseState,
  CommitInfo,
  Oid,
  ReadRequest,
  Repository,
  Snapshot,
  Transaction,
  TreeEntry,
  WriteResult,
} from '../../src/stages/ports.ts';

type Files = ReadonlyMap<string, Pick<TreeEntry, 'mode' | 'oid' | 'bytes'>>;

/** A repository that costs nothing but what its objects take, and forgets what no branch of people needs. */
export type MemoryRepository = Repository & {
  /** Takes away all refs of patches with everything that only they held. */
  forgetPatches(): void;
  /** Refs there are. */
  refs(): readonly string[];
};

export function createMemoryRepository(files: { readonly [path: string]: string }): MemoryRepository {
  const trees = new Map<Oid, Files>();
  const commits = new Map<Oid, CommitInfo>();
  const refs = new Map<string, Oid>();
  const keepTree = (tree: Files): Oid => {
    const id = hash([...tree].map(([path, { mode, oid }]) => `${mode} ${oid} ${path}`).join('\n'));
    trees.set(id, tree);
    return id;
  };
  const keepCommit = (tree: Oid, message: string, parents: readonly Oid[]): CommitInfo => {
    const commit = { oid: hash([tree, message, ...parents].join('\n')), tree, message };
    commits.set(commit.oid, commit);
    return commit;
  };
  const commitAt = (ref: string): CommitInfo | null => commits.get(refs.get(ref) ?? '') ?? null;
  const begin = () => {
    const tree = new Map(Object.entries(files).map(([path, text]) => [path, blob(Buffer.from(text))]));
    refs.set(MAIN, keepCommit(keepTree(tree), 'begin', []).oid);
  };
  begin();

  function stateOf(branch: string, commit: CommitInfo | null, paths: readonly string[]): BaseState | null {
    const tree = trees.get(commit?.tree ?? '');
    if (commit === null || tree === undefined) {
      return null;
    }
    const entries = new Map(
      paths.flatMap((path) => (tree.has(path) ? [[path, tree.get(path)] as const] : [])),
    );
    const known = new Map(
      [...entries].flatMap(([path, entry]) => (entry === undefined ? [] : [[path, entry] as const])),
    );
    return { branch, sha: commit.oid, tree: commit.tree, entries: known, beside: [] };
  }

  function read(request: ReadRequest): Snapshot {
    const { base = {}, files: paths = [], config, fileAt, anyRefUnder } = request;
    const branch = base.branch ?? 'main';
    const text = (ref: string, path: string) => trees.get(commitAt(ref)?.tree ?? '')?.get(path)?.bytes;
    const found = config === undefined ? undefined : text(MAIN, config);
    return {
      defaultBranch: 'main',
      base: stateOf(branch, commitAt(`refs/heads/${branch}`), paths),
      refs: new Map((request.refs ?? []).map((ref) => [ref, commitAt(ref)])),
      config: found === undefined ? null : Buffer.from(found).toString(),
      ...(fileAt === undefined ? {} : { fileAt: text(fileAt.ref, fileAt.path) ?? null }),
      anyRefUnder: anyRefUnder !== undefined && [...refs.keys()].some((ref) => ref.startsWith(anyRefUnder)),
      pullRequests: [],
      labelIds: new Map(),
      reviewerIds: new Map(),
    };
  }

  function write({ commits: plans, refs: moves }: Transaction): WriteResult {
    const made: { [name: string]: CommitInfo } = {};
    const treeIds = Object.fromEntries(
      Object.entries(plans).map(([name, { tree }]) => [
        name,
        typeof tree === 'string' ? tree : keepTree(changed(tree)),
      ]),
    );
    for (const [name, { message, parents }] of Object.entries(plans)) {
      made[name] = keepCommit(treeIds[name] ?? '', message(treeIds), parents);
    }
    const moved = moves.filter(({ ref, before }) => (refs.get(ref) ?? null) !== before).map(({ ref }) => ref);
    if (moved.length > 0) {
      return { ok: false, moved };
    }
    for (const { ref, after } of moves) {
      const oid = typeof after === 'object' && after !== null ? made[after.commit]?.oid : after;
      if (oid === null || oid === undefined) {
        refs.delete(ref);
      } else {
        refs.set(ref, oid);
      }
    }
    return { ok: true, commits: made };
  }

  function changed({ base, changes }: Exclude<Transaction['commits'][string]['tree'], string>): Files {
    const tree = new Map(trees.get(base ?? ''));
    for (const { path, bytes } of changes) {
      if (bytes === null) {
        tree.delete(path);
      } else {
        tree.set(path, blob(bytes));
      }
    }
    return tree;
  }

  return {
    read: (request) => Promise.resolve(read(request)),
    write: (transaction) => Promise.resolve(write(transaction)),
    refs: () => [...refs.keys()],
    forgetPatches: () => {
      const control = commitAt(CONTROL);
      refs.clear();
      trees.clear();
      commits.clear();
      begin();
      if (control !== null) {
        refs.set(CONTROL, control.oid);
        commits.set(control.oid, control);
      }
    },
  };
}

const MAIN = 'refs/heads/main';
const CONTROL = 'refs/ghost/control';

function blob(bytes: Uint8Array): Pick<TreeEntry, 'mode' | 'oid' | 'bytes'> {
  return { mode: '100644', oid: hash(bytes), bytes };
}

function hash(content: string | Uint8Array): Oid {
  return createHash('sha1').update(content).digest('hex');
}
