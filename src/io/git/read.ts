import { parentsOf } from '../../apply/tree.ts';
import type { BaseState, CommitInfo, Oid, ReadRequest, Snapshot, TreeEntry } from '../../stages/ports.ts';
import { ConfigTooLarge } from '../config-too-large.ts';
import { leftUnread } from '../left-unread.ts';
import { withParentFolders } from '../paths.ts';
import type { Git } from './command.ts';
import { type ListedEntry, listEntries, listFolders } from './listing.ts';
import { type GitObject, parseCommit, readObjects, readSizes } from './objects.ts';
import type { Refs } from './refs.ts';

/** One look at the refs, then everything from the commits that they showed. */
export async function readSnapshot(git: Git, refs: Refs, request: ReadRequest): Promise<Snapshot> {
  const { fileAt } = request;
  const names = [...(request.refs ?? []), ...(fileAt === undefined ? [] : [fileAt.ref])];
  const wantedBranch = request.base?.branch;
  const view = await refs.look({
    refs: wantedBranch === undefined ? names : [...names, branchRef(wantedBranch)],
    anyUnder: request.anyRefUnder,
  });
  const branch = wantedBranch ?? view.defaultBranch;
  const oidOf = (ref: string) => view.positions.get(ref) ?? null;
  const at = {
    base: oidOf(branchRef(branch)),
    pinned: pinnedOid(request),
    config: oidOf(branchRef(view.defaultBranch)),
  };
  const present = await refs.fetchCommits([at.base, at.pinned, at.config, ...names.map(oidOf)]);
  const commits = await readCommits(git, present);
  const commitAt = (oid: Oid | null) => (oid === null ? null : (commits.get(oid) ?? null));
  const paths = withParentFolders(request.files ?? []);
  const [beside, [base, pinned, config, file]] = await Promise.all([
    listBeside(git, commitAt(at.base), request.besides ?? []),
    list(git, [
      { commit: commitAt(at.base), paths },
      { commit: commitAt(at.pinned), paths },
      { commit: commitAt(at.config), paths: request.config === undefined ? [] : [request.config] },
      fileAt === undefined
        ? { commit: null, paths: [] }
        : { commit: commitAt(oidOf(fileAt.ref)), paths: [fileAt.path] },
    ]),
  ]);
  const blobs = await readBlobs(git, refs, { touched: [base, pinned], others: [config, file] });
  return {
    defaultBranch: view.defaultBranch,
    base: baseState(branch, { ...base, beside }, blobs),
    ...(request.base?.sha === undefined
      ? {}
      : { pinned: baseState(branch, { ...pinned, beside: [] }, blobs) }),
    refs: new Map(names.map((ref) => [ref, commitAt(oidOf(ref))])),
    ...(fileAt === undefined ? {} : fileIn(withBytes(file, blobs).get(fileAt.path))),
    config: configText(withBytes(config, blobs).get(request.config ?? '')),
    anyRefUnder: view.anyUnder,
    labelIds: new Map(),
    reviewerIds: new Map(),
  };
}

function branchRef(branch: string): string {
  return `refs/heads/${branch}`;
}

function pinnedOid(request: ReadRequest): Oid | null {
  const sha = request.base?.sha ?? '';
  return FULL_OID.test(sha) ? sha : null;
}

async function readCommits(git: Git, oids: readonly Oid[]): Promise<ReadonlyMap<Oid, CommitInfo | null>> {
  const objects = await readObjects(git, oids);
  return new Map([...objects].map(([oid, object]) => [oid, parseCommit(object)]));
}

/** What a commit holds of the wanted paths, its blobs not read yet. */
type Listing = { readonly commit: CommitInfo | null; readonly entries: ReadonlyMap<string, ListedEntry> };
type Blobs = {
  readonly objects: ReadonlyMap<Oid, GitObject | null>;
  /** Bytes of each, also of those that are not read. */
  readonly sizes: ReadonlyMap<Oid, number>;
};

type Wanted = { readonly commit: CommitInfo | null; readonly paths: readonly string[] };

/** In the same order. Those of one tree, as most are, share a process. */
async function list<const All extends readonly Wanted[]>(
  git: Git,
  all: All,
): Promise<{ [index in keyof All]: Listing }>;
async function list(git: Git, all: readonly Wanted[]): Promise<readonly Listing[]> {
  const byTree = Map.groupBy(all, ({ commit }) => commit?.tree);
  const entries = new Map(
    await Promise.all(
      [...byTree].map(async ([tree, wanted]) => {
        const paths = wanted.flatMap((one) => one.paths);
        return [tree, tree === undefined ? new Map() : await listEntries(git, tree, paths)] as const;
      }),
    ),
  );
  return all.map(({ commit, paths }) => {
    const own = new Set(paths);
    const found = [...(entries.get(commit?.tree) ?? [])].filter(([path]) => own.has(path));
    return { commit, entries: new Map(found) };
  });
}

async function listBeside(
  git: Git,
  commit: CommitInfo | null,
  besides: readonly string[],
): Promise<readonly string[]> {
  return commit === null || besides.length === 0
    ? []
    : await listFolders(git, commit.tree, besides.flatMap(parentsOf));
}

/**
 * The blobs of all listings in one process. Of those that are too large, or too much together, only the size is asked
 * for; `others` are read however much a patch touches.
 */
async function readBlobs(
  git: Git,
  refs: Refs,
  { touched, others }: { readonly touched: readonly Listing[]; readonly others: readonly Listing[] },
): Promise<Blobs> {
  const parts = [blobsIn(touched), blobsIn(others)];
  await refs.fetchBlobs(parts.flat());
  const sizes = await readSizes(git, parts.flat());
  const wanted = parts.flatMap((oids) => {
    const known = new Map(oids.map((oid) => [oid, sizes.get(oid) ?? 0]));
    const unread = leftUnread(known);
    return oids.filter((oid) => !unread.has(oid));
  });
  return { objects: await readObjects(git, wanted), sizes };
}

function blobsIn(listings: readonly Listing[]): readonly Oid[] {
  return listings.flatMap(({ entries }) => [...entries.values()].filter(isBlob).map(({ oid }) => oid));
}

function isBlob(entry: ListedEntry): boolean {
  return entry.mode !== '040000' && entry.mode !== '160000';
}

function withBytes({ entries }: Listing, blobs: Blobs): ReadonlyMap<string, TreeEntry> {
  return new Map(
    [...entries].map(([path, entry]) => {
      if (!isBlob(entry)) return [path, entry];
      const bytes = blobs.objects.get(entry.oid)?.bytes;
      if (bytes !== undefined) return [path, { ...entry, bytes }];
      const tooLarge = blobs.sizes.get(entry.oid);
      if (tooLarge === undefined)
        throw new Error(
          `The repository lacks blob ${entry.oid} of ${path}: fetch it, such as with git checkout, then try again.`,
        );
      return [path, { ...entry, tooLarge }];
    }),
  );
}

function baseState(
  branch: string,
  listing: Listing & Pick<BaseState, 'beside'>,
  blobs: Blobs,
): BaseState | null {
  const { commit, beside } = listing;
  return commit === null
    ? null
    : { branch, sha: commit.oid, tree: commit.tree, entries: withBytes(listing, blobs), beside };
}

function fileIn(entry: TreeEntry | undefined): Pick<Snapshot, 'fileAt' | 'fileAtTooLarge'> {
  const { bytes = null, tooLarge } = entry ?? {};
  return { fileAt: bytes, ...(tooLarge === undefined ? {} : { fileAtTooLarge: tooLarge }) };
}

/** Only a regular file configures anything; one that can't be read must not pass for one that says nothing. */
function configText(entry: TreeEntry | undefined): string | null {
  if (entry?.tooLarge !== undefined && entry.mode !== '120000') throw new ConfigTooLarge(entry.tooLarge);
  if (entry?.bytes === undefined || entry.mode === '120000') return null;
  return new TextDecoder().decode(entry.bytes);
}

const FULL_OID = /^[0-9a-f]{40}$/;
