import type { Octokit } from '@octokit/rest';
import { attempt } from './errors.ts';
import { messageOf, statusOf } from './failure.ts';
import { LARGEST_PAGE } from './pages.ts';

/**
 * The names, as `owner/name`, of all repositories that a token is for: those in which a person has a role, or those of
 * an App's installation. Rejects with GitHubError.
 */
export async function listReachable(octokit: Octokit): Promise<readonly string[]> {
  return await attempt('list the repositories that the token is for', async () => {
    const found = (await listOfPerson(octokit)) ?? (await listOfInstallation(octokit));
    return found.map(({ full_name }) => full_name);
  });
}

/** null: the token is not a person's. */
async function listOfPerson(octokit: Octokit): Promise<readonly Named[] | null> {
  try {
    return await octokit.paginate(octokit.rest.repos.listForAuthenticatedUser, { per_page: LARGEST_PAGE });
  } catch (error) {
    if (statusOf(error) === FORBIDDEN && /by integration/i.test(messageOf(error))) {
      return null;
    }
    throw error;
  }
}

function listOfInstallation(octokit: Octokit): Promise<readonly Named[]> {
  return octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, { per_page: LARGEST_PAGE });
}

type Named = { readonly full_name: string };

const FORBIDDEN = 403;
