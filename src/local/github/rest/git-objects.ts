import { z } from 'zod';
import type { Commit, Person, TreeMode } from '../git/format.ts';
import { readCommit, readTree, writeCommit, writeObject } from '../git/objects.ts';
import { editTree, listTree, type TreeEdit, type TreeProblem } from '../git/trees.ts';
import { readBody } from '../http/body.ts';
import { created, failure, notFound, ok, type Reply, unprocessable } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import type { User } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import { entryType, gitCommitView, objectUrl, treeEntryView } from '../views/git.ts';
import { userEmail } from '../world.ts';

export const gitObjectRoutes: readonly Route[] = [
  repositoryRoute('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', 'contents:read', getBlob),
  repositoryRoute('POST /repos/{owner}/{repo}/git/blobs', 'contents:write', createBlob),
  repositoryRoute('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', 'contents:read', getTree),
  repositoryRoute('POST /repos/{owner}/{repo}/git/trees', 'contents:write', createTree),
  repositoryRoute('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', 'contents:read', getCommit),
  repositoryRoute('POST /repos/{owner}/{repo}/git/commits', 'contents:write', createCommit),
];

const OID = /^[0-9a-f]{40}$/;

async function getBlob(call: RepositoryCall): Promise<Reply> {
  const { platform, repository, params } = call;
  const oid = params['file_sha'] ?? '';
  const blob = OID.test(oid) ? await repository.store.reader.read(oid) : null;
  if (blob?.type !== 'blob') {
    return notFound();
  }
  if (/\braw\b/.test(call.accept)) {
    return {
      status: 200,
      text: blob.bytes.toString(),
      headers: { 'content-type': 'application/vnd.github.raw' },
    };
  }
  return ok({
    sha: blob.oid,
    node_id: formatNodeId('B', `${repository.id}:${blob.oid}`),
    size: blob.size,
    url: objectUrl(platform.world, repository, 'blob', blob.oid),
    content: wrapBase64(blob.bytes),
    encoding: 'base64',
  });
}

const BASE64_LINE = /.{1,60}/g;

/** GitHub breaks base64 into lines of 60 characters, each ended by a newline. */
export function wrapBase64(bytes: Buffer): string {
  return bytes.toString('base64').replace(BASE64_LINE, '$&\n');
}

const CreateBlob = z.object({ content: z.string(), encoding: z.string().default('utf-8') });

async function createBlob(call: RepositoryCall): Promise<Reply> {
  const { content, encoding } = readBody(call, CreateBlob);
  if (encoding !== 'utf-8' && encoding !== 'base64') {
    return unprocessable(`encoding must be utf-8 or base64, not ${encoding}`);
  }
  if (encoding === 'base64' && !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) {
    return unprocessable('content is not valid Base64');
  }
  const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
  const sha = await writeObject(call.repository.store, 'blob', bytes);
  return created({ sha, url: objectUrl(call.platform.world, call.repository, 'blob', sha) });
}

/** Longer recursive listings are cut, and say so. Entries. */
const LONGEST_TREE = 100_000;

async function getTree(call: RepositoryCall): Promise<Reply> {
  const { store } = call.repository;
  const name = call.params['tree_sha'] ?? '';
  const tree = await resolveTree(call, name);
  const entries =
    tree === null
      ? null
      : await (call.query.has('recursive') ? listTree(store, tree) : readTree(store, tree));
  if (tree === null || entries === null) {
    return notFound();
  }
  const shown = entries.slice(0, LONGEST_TREE);
  return ok({ ...(await treeView(call, tree, shown)), truncated: shown.length < entries.length });
}

async function resolveTree(call: RepositoryCall, name: string): Promise<string | null> {
  const { store } = call.repository;
  const object = OID.test(name) ? await store.reader.info(name) : null;
  if (object?.type === 'tree') {
    return object.oid;
  }
  return (await readCommit(store, object?.oid ?? `refs/heads/${name}`))?.tree ?? null;
}

async function treeView(
  call: RepositoryCall,
  oid: string,
  entries: NonNullable<Awaited<ReturnType<typeof readTree>>>,
) {
  const { platform, repository } = call;
  const infos = await Promise.all(
    entries.map(async (entry) =>
      entryType(entry) === 'blob' ? repository.store.reader.info(entry.oid) : null,
    ),
  );
  return {
    sha: oid,
    url: objectUrl(platform.world, repository, 'tree', oid),
    tree: entries.map((entry, index) =>
      treeEntryView(platform.world, repository, entry, infos[index] ?? null),
    ),
  };
}

const MODES = ['100644', '100755', '040000', '160000', '120000'] as const;

const CreateTree = z.object({
  base_tree: z.string().optional(),
  tree: z
    .array(
      z.object({
        path: z.string(),
        mode: z.enum(MODES).default('100644'),
        type: z.string().optional(),
        sha: z.string().nullable().optional(),
        content: z.string().optional(),
      }),
    )
    .min(1),
});

async function createTree(call: RepositoryCall): Promise<Reply> {
  const { store } = call.repository;
  const body = readBody(call, CreateTree);
  const base = body.base_tree === undefined ? null : await resolveTree(call, body.base_tree);
  if (body.base_tree !== undefined && base === null) {
    return unprocessable('base_tree is not a valid tree oid');
  }
  const edits: TreeEdit[] = [];
  for (const { path, mode, sha, content } of body.tree) {
    const put = await preparePut(call, { mode, sha, content });
    if (put !== null && 'status' in put) {
      return put;
    }
    edits.push({ path, put });
  }
  const result = await editTree(store, base, edits);
  if ('kind' in result) {
    return unprocessable(TREE_MESSAGES[result.kind]);
  }
  return created({
    ...(await treeView(call, result.oid, (await readTree(store, result.oid)) ?? [])),
    truncated: false,
  });
}

const TREE_MESSAGES: { readonly [kind in TreeProblem['kind']]: string } = {
  bad_path: 'tree.path contains a malformed path component',
  nothing_to_delete: 'GitRPC::BadObjectState',
  no_base: 'base_tree is not a valid tree oid',
};

type EntrySource = {
  readonly mode: TreeMode;
  readonly sha: string | null | undefined;
  readonly content: string | undefined;
};

async function preparePut(call: RepositoryCall, source: EntrySource): Promise<TreeEdit['put'] | Reply> {
  const { mode, sha, content } = source;
  if (content !== undefined && sha !== undefined && sha !== null) {
    return unprocessable('tree.sha and tree.content are both present');
  }
  if (content !== undefined) {
    return { mode, oid: await writeObject(call.repository.store, 'blob', Buffer.from(content)) };
  }
  if (sha === null) {
    return null;
  }
  if (sha === undefined || !OID.test(sha)) {
    return unprocessable('tree.sha is not a valid object id');
  }
  const info = mode === '160000' ? null : await call.repository.store.reader.info(sha);
  const wanted = mode === '040000' ? 'tree' : 'blob';
  if (mode !== '160000' && info?.type !== wanted) {
    return unprocessable(`tree.sha ${sha} is not a valid ${wanted}`);
  }
  return { mode, oid: sha };
}

async function getCommit(call: RepositoryCall): Promise<Reply> {
  const oid = call.params['commit_sha'] ?? '';
  const commit = OID.test(oid) ? await readCommit(call.repository.store, oid) : null;
  return commit === null ? notFound() : ok(gitCommitView(call.platform.world, call.repository, commit));
}

const PersonBody = z.object({
  name: z.string(),
  email: z.string(),
  date: z.iso.datetime({ offset: true }).optional(),
});

const CreateCommit = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: PersonBody.optional(),
  committer: PersonBody.optional(),
});

async function createCommit(call: RepositoryCall): Promise<Reply> {
  const { platform, repository, cause } = call;
  const body = readBody(call, CreateCommit);
  const problem = await findCommitProblem(call, body);
  if (problem !== null) {
    return problem;
  }
  const now = platform.world.now();
  const author = readPerson(body.author, now) ?? { ...identityOf(cause.user), date: now };
  // GitHub signs what a bot commits in GitHub's name, and says that it was the committer.
  const signs = cause.user.type === 'Bot' && body.author === undefined && body.committer === undefined;
  const committer = signs ? { ...GITHUB, date: now } : (readPerson(body.committer, now) ?? author);
  const draft = { tree: body.tree, parents: body.parents, author, committer, message: body.message };
  const oid = await writeCommit(repository.store, draft);
  if (signs) {
    repository.signed.add(oid);
  }
  const commit: Commit = (await readCommit(repository.store, oid)) ?? { ...draft, oid };
  return created(gitCommitView(platform.world, repository, commit));
}

async function findCommitProblem(
  call: RepositoryCall,
  body: z.output<typeof CreateCommit>,
): Promise<Reply | null> {
  const { reader } = call.repository.store;
  const typeOf = async (oid: string) => (OID.test(oid) ? (await reader.info(oid))?.type : undefined);
  if ((await typeOf(body.tree)) !== 'tree') {
    return unprocessable('Tree SHA does not exist');
  }
  const types = await Promise.all(body.parents.map(typeOf));
  return types.every((type) => type === 'commit')
    ? null
    : failure(422, 'Parent SHA does not exist or is not a commit object');
}

const GITHUB = { name: 'GitHub', email: 'noreply@github.com' };

export function identityOf(user: User): { readonly name: string; readonly email: string } {
  return { name: user.login, email: userEmail(user) };
}

function readPerson(body: z.output<typeof PersonBody> | undefined, now: Date): Person | undefined {
  return body === undefined
    ? undefined
    : { name: body.name, email: body.email, date: body.date === undefined ? now : new Date(body.date) };
}
