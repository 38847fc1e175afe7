import { findMergeBase, listChangedFiles, listCommits } from '../git/diff.ts';
import type { Entry } from '../git/format.ts';
import { readCommit, readTree, showName } from '../git/objects.ts';
import { findEntry } from '../git/trees.ts';
import { notFound, ok, type Reply } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import { resolveCommit } from '../operations/resolve.ts';
import { changedFileView, commitView, entryType, objectUrl } from '../views/git.ts';
import { repositoryPage, repositoryUrl } from '../views/repository.ts';
import { wrapBase64 } from './git-objects.ts';

export const contentRoutes: readonly Route[] = [
  repositoryRoute('GET /repos/{owner}/{repo}/contents/{path}', 'contents:read', getContent),
  repositoryRoute('GET /repos/{owner}/{repo}/compare/{basehead}', 'contents:read', compare),
];

/** Larger files come without their content, which the blob API has. Bytes. */
const LARGEST_CONTENT = 1_048_576;

async function getContent(call: RepositoryCall): Promise<Reply> {
  const { repository, params, query } = call;
  const ref = query.get('ref') ?? repository.defaultBranch;
  const commit = await resolveCommit(repository, ref);
  const path = (params['path'] ?? '').replace(/\/$/, '');
  const entry = commit === null ? null : await findEntry(repository.store, commit.tree, path);
  if (entry === null) {
    return notFound();
  }
  if (entry.mode === '040000') {
    const entries = (await readTree(repository.store, entry.oid)) ?? [];
    return ok(
      await Promise.all(
        entries.map((inside) => listed(call, inside, `${path}/${showName(inside.name)}`, ref)),
      ),
    );
  }
  return entry.mode === '160000' ? ok(await submodule(call, entry, path, ref)) : file(call, entry, path, ref);
}

async function file(call: RepositoryCall, entry: Entry, path: string, ref: string): Promise<Reply> {
  const blob = await call.repository.store.reader.read(entry.oid);
  const bytes = blob?.bytes ?? Buffer.alloc(0);
  if (/\braw\b/.test(call.accept)) {
    return { status: 200, text: bytes.toString() };
  }
  const common = await listed(call, entry, path, ref);
  if (entry.mode === '120000') {
    return ok({ ...common, target: bytes.toString() });
  }
  const small = bytes.length <= LARGEST_CONTENT;
  return ok({ ...common, encoding: small ? 'base64' : 'none', content: small ? wrapBase64(bytes) : '' });
}

async function submodule(call: RepositoryCall, entry: Entry, path: string, ref: string) {
  return { ...(await listed(call, entry, path, ref)), type: 'submodule', submodule_git_url: null };
}

async function listed(call: RepositoryCall, entry: Entry, path: string, ref: string) {
  const { platform, repository } = call;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const page = repositoryPage(platform.world, repository);
  const links = {
    self: `${repositoryUrl(platform.world, repository)}/contents/${encoded}?ref=${encodeURIComponent(ref)}`,
    git: objectUrl(platform.world, repository, entryType(entry), entry.oid),
    html: `${page}/blob/${ref}/${encoded}`,
  };
  const type = contentType(entry);
  const info = type === 'file' || type === 'symlink' ? await repository.store.reader.info(entry.oid) : null;
  return {
    type,
    name: path.split('/').at(-1) ?? '',
    path,
    sha: entry.oid,
    size: info?.size ?? 0,
    url: links.self,
    git_url: links.git,
    html_url: links.html,
    download_url: info === null ? null : `${page}/raw/${ref}/${encoded}`,
    _links: links,
  };
}

function contentType(entry: Entry): 'file' | 'dir' | 'symlink' | 'submodule' {
  switch (entry.mode) {
    case '040000':
      return 'dir';
    case '120000':
      return 'symlink';
    case '160000':
      // In a folder's listing GitHub calls a submodule a file, for old clients' sake.
      return 'file';
    default:
      return 'file';
  }
}

async function compare(call: RepositoryCall): Promise<Reply> {
  const { platform, repository, params } = call;
  const { store } = repository;
  const names = (params['basehead'] ?? '').split('...');
  const [base, head] = await Promise.all(names.map((name) => resolveCommit(repository, name)));
  const from = base && head ? await findMergeBase(store, base.oid, head.oid) : null;
  const mergeBase = from === null ? null : await readCommit(store, from);
  if (!base || !head || mergeBase === null) {
    return notFound();
  }
  const [ahead, behind, files] = await Promise.all([
    listCommits(store, base.oid, head.oid),
    listCommits(store, head.oid, base.oid),
    listChangedFiles(store, mergeBase.oid, head.oid),
  ]);
  const commits = await Promise.all(ahead.map((oid) => readCommit(store, oid)));
  const page = `${repositoryPage(platform.world, repository)}/compare/${names.join('...')}`;
  const view = (commit: typeof base) => commitView(platform.world, repository, commit);
  return ok({
    url: `${repositoryUrl(platform.world, repository)}/compare/${names.join('...')}`,
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: view(base),
    merge_base_commit: view(mergeBase),
    status: compareStatus(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: commits.filter((commit) => commit !== null).map(view),
    files: files.map((file) => changedFileView(platform.world, repository, head.oid, file)),
  });
}

function compareStatus(ahead: number, behind: number): 'identical' | 'ahead' | 'behind' | 'diverged' {
  if (ahead > 0 && behind > 0) {
    return 'diverged';
  }
  if (ahead === 0 && behind === 0) {
    return 'identical';
  }
  return ahead > 0 ? 'ahead' : 'behind';
}
