import type { Level, Permissions, Repository, RoleName, Token } from '../model.ts';

/**
 * Who may do what.
 *
 * A repository that the caller can't see is "not found", one that the caller may see but not touch is
 * "not accessible". A token reads other people's public repositories as anybody does; in the repositories it
 * was made for, it may do exactly what its permissions say, and never more than its user's role.
 */
export type Verdict = 'yes' | 'not_authenticated' | 'not_found' | 'not_accessible';

/** One scope suffices; labels and comments of a pull request are reached through `issues` or `pull_requests`. */
export type Need = { readonly anyOf: readonly string[]; readonly level: Level };

export function judgeAccess(token: Token | null, repository: Repository, need: Need): Verdict {
  if (!canSee(token, repository)) {
    return token === null ? 'not_authenticated' : 'not_found';
  }
  if (token === null || !isMadeFor(token, repository)) {
    if (need.level === 'read' && !isPrivate(need)) {
      return 'yes';
    }
    return token === null ? 'not_authenticated' : 'not_accessible';
  }
  const granted = need.anyOf.some((scope) => grants(token.permissions, scope, need.level));
  return granted && roleAllows(token, repository, need) ? 'yes' : 'not_accessible';
}

export function canSee(token: Token | null, repository: Repository): boolean {
  return (
    !repository.private ||
    (token !== null && isMadeFor(token, repository) && roleOf(token, repository) !== undefined)
  );
}

export function grants(permissions: Permissions, scope: string, level: Level): boolean {
  // Every token may look at a repository's face.
  if (scope === 'metadata' && level === 'read') {
    return true;
  }
  const granted = permissions[scope];
  return granted === 'write' || (granted === 'read' && level === 'read');
}

function isMadeFor(token: Token, repository: Repository): boolean {
  return token.repositories === null || token.repositories.has(repository.fullName);
}

/** Apps and jobs act for themselves; only people have roles. */
function roleOf(token: Token, repository: Repository): RoleName | undefined {
  return token.kind === 'personal' ? repository.collaborators.get(token.user.login) : 'admin';
}

/** How a repository is set up is not public, however public the repository is. */
function isPrivate({ anyOf }: Need): boolean {
  return ['administration', 'secrets', 'actions_variables'].some((scope) => anyOf.includes(scope));
}

const ROLES_FOR: { readonly [scope: string]: readonly string[] } = {
  administration: ['admin'],
  issues: ['triage', 'write', 'maintain', 'admin'],
};

function roleAllows(token: Token, repository: Repository, need: Need): boolean {
  if (need.level === 'read' && !isPrivate(need)) {
    return true;
  }
  const role = roleOf(token, repository) ?? '';
  return need.anyOf.some((scope) => (ROLES_FOR[scope] ?? ['write', 'maintain', 'admin']).includes(role));
}

/** `pull-requests: write` of a workflow → `pull_requests: 'write'` of the API. */
export function normalizePermissions(permissions: { readonly [scope: string]: string }): Permissions {
  return Object.fromEntries(
    Object.entries(permissions)
      .map(([scope, level]) => [scope.replaceAll('-', '_'), level] as const)
      .filter((entry): entry is readonly [string, Level] => entry[1] === 'read' || entry[1] === 'write'),
  );
}
