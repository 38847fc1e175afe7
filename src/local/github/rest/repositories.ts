import { readCommit } from '../git/objects.ts';
import { listRefs } from '../git/refs.ts';
import { pageReply } from '../http/paging.ts';
import { failure, notFound, ok, type Reply } from '../http/reply.ts';
import {
  type Call,
  openRoute,
  type RepositoryCall,
  type Route,
  repositoryRoute,
  userRoute,
} from '../http/route.ts';
import type { RoleName, Token, User } from '../model.ts';
import { resolveCommit } from '../operations/resolve.ts';
import { commitView } from '../views/git.ts';
import { repositoryPage, repositoryUrl, repositoryView } from '../views/repository.ts';
import { publicUserView, userView } from '../views/user.ts';
import { findUser } from '../world.ts';

export const repositoryRoutes: readonly Route[] = [
  repositoryRoute('GET /repos/{owner}/{repo}', 'metadata:read', getRepository),
  repositoryRoute('GET /repos/{owner}/{repo}/branches', 'contents:read', listBranches),
  repositoryRoute('GET /repos/{owner}/{repo}/branches/{branch}', 'contents:read', getBranch),
  repositoryRoute('GET /repos/{owner}/{repo}/commits/{ref}', 'contents:read', getCommit),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
    'metadata:read',
    getPermission,
  ),
  userRoute('GET /user', getAuthenticated),
  userRoute('GET /user/repos', listOwnRepositories),
  openRoute('GET /users/{username}', getUser),
  openRoute('GET /rate_limit', getRateLimit),
];

function getRepository(call: RepositoryCall): Reply {
  const { platform, repository } = call;
  return ok({ ...repositoryView(platform.world, repository), temp_clone_token: null });
}

async function listBranches(call: RepositoryCall): Promise<Reply> {
  const { platform, repository } = call;
  const refs = await listRefs(repository.store, 'refs/heads/');
  return pageReply(call, refs, ({ name, oid }) => ({
    name: name.slice('refs/heads/'.length),
    commit: { sha: oid, url: `${repositoryUrl(platform.world, repository)}/commits/${oid}` },
    protected: false,
  }));
}

async function getBranch(call: RepositoryCall): Promise<Reply> {
  const { world } = call.platform;
  const name = call.params['branch'] ?? '';
  const commit = await readCommit(call.repository.store, `refs/heads/${name}`);
  if (commit === null) {
    return notFound();
  }
  const url = `${repositoryUrl(world, call.repository)}/branches/${name}`;
  return ok({
    name,
    commit: commitView(world, call.repository, commit),
    _links: { self: url, html: `${repositoryPage(world, call.repository)}/tree/${name}` },
    protected: false,
    protection: { enabled: false },
    protection_url: `${url}/protection`,
  });
}

async function getCommit(call: RepositoryCall): Promise<Reply> {
  const commit = await resolveCommit(call.repository, call.params['ref'] ?? '');
  return commit === null ? notFound() : ok(commitView(call.platform.world, call.repository, commit));
}

/** The four old levels, in which `maintain` and `triage` do not exist. */
const LEVELS: { readonly [role: string]: string } = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
};

function getPermission(call: RepositoryCall): Reply {
  const { platform, repository } = call;
  const user = findUser(platform.world, call.params['username'] ?? '');
  if (user?.type !== 'User') {
    return failure(404, `${call.params['username']} is not a user`);
  }
  const role: RoleName | undefined =
    repository.collaborators.get(user.login) ?? (repository.private ? undefined : 'read');
  // Somebody with a role of the organisation's own making has at least read access.
  const permission = role === undefined ? 'none' : (LEVELS[role] ?? 'read');
  const role_name = role ?? 'none';
  return ok({ permission, role_name, user: { ...userView(platform.world, user), role_name } });
}

function getAuthenticated(call: Call, user: User, token: Token): Reply {
  // Bots are no users: installation and job tokens have nobody to show here.
  return token.kind === 'personal'
    ? ok(publicUserView(call.platform.world, user))
    : { status: 403, body: { message: 'Resource not accessible by integration', status: '403' } };
}

/** Those in which the person has a role, as far as the token is for them. */
function listOwnRepositories(call: Call, user: User, token: Token): Reply {
  const { world } = call.platform;
  if (token.kind !== 'personal') {
    return failure(403, 'Resource not accessible by integration');
  }
  const own = [...world.repositories.values()].filter(
    ({ fullName, collaborators }) =>
      collaborators.has(user.login) && (token.repositories?.has(fullName) ?? true),
  );
  return pageReply(call, own, (repository) => repositoryView(world, repository));
}

function getUser(call: Call): Reply {
  const user = findUser(call.platform.world, call.params['username'] ?? '');
  return user === undefined ? notFound() : ok(publicUserView(call.platform.world, user));
}

function getRateLimit({ rate }: Call): Reply {
  return ok({ resources: { core: rate, search: rate, graphql: rate }, rate });
}
