import type { Octokit } from '@octokit/rest';
import type { CheckState } from '../../stages/control/ports.ts';
import type { CommitStatus } from '../../stages/ports.ts';
import { LARGEST_PAGE, pagesFor } from './pages.ts';

/** Newest state of all check runs and commit statuses of a commit, but for those that are named `own` or begin so. */
export async function readChecks(
  octokit: Octokit,
  place: { readonly owner: string; readonly repo: string },
  { sha, own }: { readonly sha: string; readonly own: string },
): Promise<readonly CheckState[]> {
  const request = { ...place, ref: sha };
  const [runs, statuses] = await Promise.all([
    collect(async (page) => {
      const { data } = await octokit.rest.checks.listForRef({ ...request, ...page, filter: 'latest' });
      return data.check_runs.map(checkRunState);
    }),
    collect(async (page) => {
      const { data } = await octokit.rest.repos.getCombinedStatusForRef({ ...request, ...page });
      return data.statuses.map(statusState);
    }),
  ]);
  return [...runs, ...statuses].filter(({ name }) => !isOwn(name, own));
}

/** The newest status of one context; null: none was set, as far as MOST_CHECKS others let that be seen. */
export async function readOwnStatus(
  octokit: Octokit,
  request: {
    readonly owner: string;
    readonly repo: string;
    readonly sha: string;
    readonly context: string;
  },
): Promise<{ readonly state: CommitStatus['state']; readonly description: string } | null> {
  const { owner, repo, sha, context } = request;
  for (const page of pagesFor(MOST_CHECKS)) {
    const { data } = await octokit.rest.repos.getCombinedStatusForRef({ owner, repo, ref: sha, ...page });
    const own = data.statuses.find((status) => status.context === context);
    if (own !== undefined) return { state: stateInWords(own.state), description: own.description ?? '' };
    if (data.statuses.length < LARGEST_PAGE) return null;
  }
  return null;
}

function stateInWords(state: string): CommitStatus['state'] {
  return state === 'success' || state === 'pending' || state === 'failure' ? state : 'error';
}

/** Throws where there is more than MOST_CHECKS: checks that were not looked at can't be said to have passed. */
async function collect(
  read: (page: { readonly page: number; readonly per_page: number }) => Promise<readonly CheckState[]>,
): Promise<readonly CheckState[]> {
  const all: CheckState[] = [];
  for (const page of pagesFor(MOST_CHECKS)) {
    const some = await read(page);
    all.push(...some);
    if (some.length < LARGEST_PAGE) return all;
  }
  throw new Error(`The commit has ${MOST_CHECKS} checks or more, and what they say together is not known.`);
}

/** Far more than anybody has. */
const MOST_CHECKS = 1000;

function checkRunState(run: CheckRunAnswer): CheckState {
  return {
    name: run.name,
    state: run.status === 'completed' ? (CONCLUSIONS[run.conclusion ?? ''] ?? 'failure') : 'pending',
    url: run.html_url ?? run.details_url,
    updatedAt: run.completed_at ?? run.started_at ?? EPOCH,
  };
}

/** All others, such as `cancelled`, `timed_out` and `action_required`, keep a pull request from being merged. */
const CONCLUSIONS: { readonly [conclusion: string]: CheckState['state'] } = {
  success: 'success',
  neutral: 'neutral',
  skipped: 'neutral',
};

/** A check that was never started has no time at all. */
const EPOCH = new Date(0).toISOString();

function statusState(status: StatusAnswer): CheckState {
  const { state } = status;
  return {
    name: status.context,
    state: state === 'success' || state === 'pending' ? state : 'failure',
    url: status.target_url,
    updatedAt: status.updated_at,
  };
}

/** Jobs of a called workflow are named `caller / job`. */
function isOwn(name: string, own: string): boolean {
  return name === own || name.startsWith(`${own} / `);
}

type CheckRunAnswer = {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly html_url: string | null;
  readonly details_url: string | null;
  readonly started_at: string | null;
  readonly completed_at: string | null;
};

type StatusAnswer = {
  readonly context: string;
  readonly state: string;
  readonly target_url: string | null;
  readonly updated_at: string;
};
