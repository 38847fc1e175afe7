import { createAppOctokit } from '../../io/github/app-client.ts';
import { messageOf, statusOf } from '../../io/github/failure.ts';
import type { AppIdentity } from '../app-identity.ts';
import type { AppFacts } from './facts.ts';

/** Asks GitHub, as the App, what it may do in the repository and which webhooks did not arrive. */
export async function askApp(
  identity: AppIdentity | null,
  { repository, apiUrl }: { readonly repository: string; readonly apiUrl: string },
): Promise<AppFacts> {
  if (identity === null) {
    return { kind: 'not_asked' };
  }
  const octokit = createAppOctokit({ ...identity, apiUrl });
  const [owner = '', repo = ''] = repository.split('/');
  try {
    const { data } = await octokit.rest.apps.getRepoInstallation({ owner, repo });
    const deliveries = await octokit.rest.apps.listWebhookDeliveries({ per_page: NEWEST_DELIVERIES });
    return {
      kind: 'installed',
      permissions: new Map(Object.entries(data.permissions)),
      events: data.events,
      // GitHub's newest come first.
      deliveries: deliveries.data.map(({ status_code: status }) => status),
    };
  } catch (error) {
    return statusOf(error) === NOT_FOUND
      ? { kind: 'not_installed' }
      : { kind: 'failed', why: `GitHub says "${messageOf(error)}".` };
  }
}

/** Enough to tell a bad day from a wrong address. */
const NEWEST_DELIVERIES = 20;

const NOT_FOUND = 404;
