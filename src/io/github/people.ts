import type { Octokit } from '@octokit/rest';
import type { People } from '../../stages/control/ports.ts';
import { attempt } from './errors.ts';
import { statusOf } from './failure.ts';

/** Roles over GitHub's API. Rejects with GitHubError. */
export function createPeople({
  octokit,
  owner,
  name,
}: {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly name: string;
}): People {
  return {
    roleOf: async (login) => {
      return await attempt(
        `read the role of ${login}`,
        async () => await readRole(octokit, { owner, repo: name, login }),
      );
    },
  };
}

/** Bots are no users to GitHub, which answers 404 for them too. */
async function readRole(
  octokit: Octokit,
  { owner, repo, login }: { readonly owner: string; readonly repo: string; readonly login: string },
): Promise<string | null> {
  if (!LOGIN.test(login)) return null;
  try {
    const request = { owner, repo, username: login };
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel(request);
    if (data.permission === 'none') return null;
    // A role of the organisation's own making has a name that says nothing; its level does.
    return GITHUB_ROLES.has(data.role_name) ? data.role_name : data.permission;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

/** Names of people, managed users (with an underscore) and bots. What is no login does not go into a path. */
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?$/;

const GITHUB_ROLES: ReadonlySet<string> = new Set(['read', 'triage', 'write', 'maintain', 'admin']);
