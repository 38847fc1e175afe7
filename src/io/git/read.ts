import { parentsOf } from '../../apply/tree.ts';
import type { BaseState, CommitInfo, Oid, ReadRequest, Snapshot, TreeEntry } from '../../stages/ports.ts';
import { withParentFolders } from '../paths.ts';
import type { Git } from './command.ts';
import { type ListedEntry, listEntries, listFolders } from './listing.ts';
import { type GitObject, parseCommit, readObjects } from './objects.ts';
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
  const [beside, base, pinned, config, file] = await Promise.all([
    listBeside(git, commitAt(at.base), request.besides ?? []),
    list(git, commitAt(at.base), paths),
    list(git, commitAt(at.pinned), paths),
    list(git, commitAt(at.config), request.config === undefined ? [] : [request.config]),
    list(
      git,
      fileAt === undefined ? null : commitAt(oidOf(fileAt.ref)),
      fileAt === undefined ? [] : [fileAt.path],
    ),
  ]);
  const blobs = await readBlobs(git, refs, [base, pinned, config, file]);
  return {
    defaultBranch: view.defaultBranch,
    base: baseState(branch, { ...base, beside }, blobs),
    ...(request.base?.sha === undefined
      ? {}
      : { pinned: baseState(branch, { ...pinned, beside: [] }, blobs) }),
    refs: new Map(names.map((ref) => [ref, commitAt(oidOf(ref))])),
    ...(fileAt === undefined ? {} : { fileAt: withBytes(file, blobs).get(fileAt.path)?.bytes ?? null }),
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
type Blobs = ReadonlyMap<Oid, GitObject | null>;

async function list(git: Git, commit: CommitInfo | null, paths: readonly string[]): Promise<Listing> {
  return { commit, entries: commit === null ? new Map() : await listEntries(git, commit.tree, paths) };
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

/** The blobs of all listings in one process. */
async function readBlobs(git: Git, refs: Refs, listings: readonly Listing[]): Promise<Blobs> {
  const oids = listings.flatMap(({ entries }) => [...entries.values()].filter(isBlob).map(({ oid }) => oid));
  await refs.fetchBlobs(oids);
  return await readObjects(git, oids);
}

function isBlob(entry: ListedEntry): boolean {
  return entry.mode !== '040000' && entry.mode !== '160000';
}

function withBytes({ entries }: Listing, blobs: Blobs): ReadonlyMap<string, TreeEntry> {
  return new Map(
    [...entries].map(([path, entry]) => {
      if (!isBlob(entry)) return [path, entry];
      const bytes = blobs.get(entry.oid)?.bytes;
      if (bytes === undefined)
        throw new Error(
          `The repository lacks blob ${entry.oid} of ${path}: fetch it, such as with git checkout, then try again.`,
        );
      return [path, { ...entry, bytes }];
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

/** Only a regular file configures anything. */
function configText(entry: TreeEntry | undefined): string | null {
  if (entry?.bytes === undefined || entry.mode === '120000') return null;
  return new TextDecoder().decode(entry.bytes);
}

const FULL_OID = /^[0-9a-f]{40}$/;
