import type { Probot } from 'probot';
import type { Background } from './background.ts';
import type { Readiness } from './readiness.ts';
import type { Targets } from './targets.ts';

/** Where GitHub sends its webhooks; app.yml says the same. */
export const WEBHOOK_PATH = '/api/github/webhooks';

/** Those that something is done with. */
export const HEARD_EVENTS: ReadonlySet<string> = new Set([
  'workflow_run',
  'pull_request',
  'installation',
  'installation_repositories',
]);

/**
 * Webhooks only say where to look: what is true is read from the records. So one that comes twice, late or never
 * does no harm, and GitHub has its answer at once.
 */
export function listenToGitHub(given: {
  readonly background: Background;
  readonly readiness: Readiness;
  readonly targets: Targets;
}) {
  const { background, readiness, targets } = given;
  return (probot: Probot) => {
    probot.onAny(() => readiness.heard());
    probot.on(['workflow_run', 'pull_request'], ({ payload }) =>
      background.sweepSoon(payload.repository.full_name.toLowerCase()),
    );
    // Both come with every App, asked for or not.
    probot.on('installation', ({ payload }) => forgetAll(targets, payload.repositories ?? []));
    probot.on('installation_repositories', ({ payload }) =>
      forgetAll(targets, [...payload.repositories_added, ...payload.repositories_removed]),
    );
  };
}

function forgetAll(targets: Targets, repositories: readonly { readonly full_name?: string }[]): void {
  for (const { full_name: name } of repositories) {
    targets.forget(name?.toLowerCase() ?? '');
  }
}
