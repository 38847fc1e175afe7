import type { ChangedFile } from '../git/diff.ts';
import type { Commit, Entry, Person } from '../git/format.ts';
import { showName } from '../git/objects.ts';
import type { ObjectInfo } from '../git/reader.ts';
import type { Ref } from '../git/refs.ts';
import type { Repository } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import { userEmail, type World } from '../world.ts';
import { repositoryPage, repositoryUrl } from './repository.ts';
import { userView } from './user.ts';

/** Nouns of git objects in URLs, by type. */
const FOLDERS: { readonly [type: string]: string } = {
  blob: 'blobs',
  tree: 'trees',
  commit: 'commits',
  tag: 'tags',
};

export function objectUrl(world: World, repository: Repository, type: string, oid: string): string {
  return `${repositoryUrl(world, repository)}/git/${FOLDERS[type] ?? type}/${oid}`;
}

export function refView(world: World, repository: Repository, ref: Ref) {
  return {
    ref: ref.name,
    node_id: formatNodeId('REF', `${repository.id}:${ref.name}`),
    url: `${repositoryUrl(world, repository)}/git/${ref.name}`,
    object: { type: ref.type, sha: ref.oid, url: objectUrl(world, repository, ref.type, ref.oid) },
  };
}

export function gitCommitView(world: World, repository: Repository, commit: Commit) {
  const page = repositoryPage(world, repository);
  return {
    sha: commit.oid,
    node_id: formatNodeId('C', `${repository.id}:${commit.oid}`),
    url: objectUrl(world, repository, 'commit', commit.oid),
    html_url: `${page}/commit/${commit.oid}`,
    author: personView(commit.author),
    committer: personView(commit.committer),
    tree: { sha: commit.tree, url: objectUrl(world, repository, 'tree', commit.tree) },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: objectUrl(world, repository, 'commit', sha),
      html_url: `${page}/commit/${sha}`,
    })),
    verification: verificationView(repository, commit),
  };
}

/** `commit`: a commit as the repositories API tells it, with the accounts behind the addresses. */
export function commitView(world: World, repository: Repository, commit: Commit) {
  const url = `${repositoryUrl(world, repository)}/commits/${commit.oid}`;
  const { author, committer, message, tree, verification, ...rest } = gitCommitView(
    world,
    repository,
    commit,
  );
  return {
    ...rest,
    url,
    comments_url: `${url}/comments`,
    commit: {
      author,
      committer,
      message,
      tree,
      verification,
      comment_count: 0,
      url: objectUrl(world, repository, 'commit', commit.oid),
    },
    author: accountView(world, commit.author),
    committer: accountView(world, commit.committer),
    parents: rest.parents.map((parent) => ({
      ...parent,
      url: `${repositoryUrl(world, repository)}/commits/${parent.sha}`,
    })),
  };
}

/** `diff-entry` of a commit's or pull request's file list. */
export function changedFileView(world: World, repository: Repository, sha: string, file: ChangedFile) {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const page = repositoryPage(world, repository);
  return {
    sha: file.oid,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${sha}/${path}`,
    raw_url: `${page}/raw/${sha}/${path}`,
    contents_url: `${repositoryUrl(world, repository)}/contents/${path}?ref=${sha}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  };
}

export function treeEntryView(world: World, repository: Repository, entry: Entry, info: ObjectInfo | null) {
  const type = entryType(entry);
  return {
    path: showName(entry.name),
    mode: entry.mode,
    type,
    sha: entry.oid,
    ...(type === 'blob' && info !== null ? { size: info.size } : {}),
    ...(type === 'commit' ? {} : { url: objectUrl(world, repository, type, entry.oid) }),
  };
}

export function entryType(entry: Entry): 'blob' | 'tree' | 'commit' {
  if (entry.mode === '040000') {
    return 'tree';
  }
  return entry.mode === '160000' ? 'commit' : 'blob';
}

function personView(person: Person) {
  return { name: person.name, email: person.email, date: person.date.toISOString().replace('.000Z', 'Z') };
}

function verificationView(repository: Repository, commit: Commit) {
  const verified = repository.signed.has(commit.oid);
  return {
    verified,
    reason: verified ? 'valid' : 'unsigned',
    signature: null,
    payload: null,
    verified_at: verified ? commit.committer.date.toISOString() : null,
  };
}

function accountView(world: World, person: Person) {
  const user = [...world.users.values()].find((user) => userEmail(user) === person.email);
  return user === undefined ? null : userView(world, user);
}
