import type { Cause, Repository } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import { branchesAt } from '../operations/resolve.ts';
import { repositoryUrl } from '../views/repository.ts';
import type { World } from '../world.ts';
import type { RepositoryEvent } from './event.ts';

/** What hooks hear when all checks of one suite have ended. A run of a workflow is a suite too. */
export type EndedSuite = {
  readonly id: number;
  readonly sha: string;
  /** null: no branch ends at this commit. */
  readonly branch: string | null;
  readonly conclusion: string | null;
  readonly checks: number;
};

export function checkSuiteEvent(
  world: World,
  repository: Repository,
  { suite, cause }: { readonly suite: EndedSuite; readonly cause: Cause },
): RepositoryEvent {
  const { id, sha, branch, conclusion, checks } = suite;
  const now = world.now().toISOString();
  return {
    name: 'check_suite',
    action: 'completed',
    repository,
    payload: {
      check_suite: {
        id,
        node_id: formatNodeId('CS', id),
        url: `${repositoryUrl(world, repository)}/check-suites/${id}`,
        head_branch: branch,
        head_sha: sha,
        status: 'completed',
        conclusion,
        latest_check_runs_count: checks,
        pull_requests: [],
        created_at: now,
        updated_at: now,
      },
    },
    cause,
  };
}

/** The checks of a commit that were made over the API, once all of them have ended; null: one still runs. */
export async function endedSuite(repository: Repository, sha: string): Promise<EndedSuite | null> {
  const checks = repository.checkRuns.filter((check) => check.sha === sha);
  const [first] = checks;
  if (first === undefined || checks.some(({ status }) => status !== 'completed')) {
    return null;
  }
  const [branch = null] = await branchesAt(repository, sha);
  const failed = checks.find(({ conclusion }) => conclusion !== 'success');
  return {
    id: first.id,
    sha,
    branch,
    conclusion: failed?.conclusion ?? 'success',
    checks: checks.length,
  };
}
