import type { Octokit } from '@octokit/rest';
import type { RunState, Runs, RunsRequest } from '../../stages/control/ports.ts';
import { attempt } from './errors.ts';
import { statusOf } from './failure.ts';
import { LARGEST_PAGE, pagesFor } from './pages.ts';

/** Workflow runs over GitHub's API. Rejects with GitHubError. */
export function createRuns({
  octokit,
  owner,
  name,
}: {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly name: string;
}): Runs {
  const place = { owner, repo: name };
  return {
    list: async (request) => {
      return await attempt('list the workflow runs', async () => await listRuns(octokit, place, request));
    },
    get: async (id) => {
      return await attempt(`read run ${id}`, async () => await getRun(octokit, place, id));
    },
    jobs: async (id) => {
      return await attempt(`list the jobs of run ${id}`, async () => await listJobs(octokit, place, id));
    },
    cancel: async (id, options = {}) => {
      return await attempt(
        `cancel run ${id}`,
        async () => await cancelRun(octokit, place, { id, force: options.force === true }),
      );
    },
    dispatch: async (payload) => {
      await attempt('send the dispatch', async () => {
        await octokit.rest.repos.createDispatchEvent({
          ...place,
          event_type: PATCH_EVENT,
          client_payload: { ...payload },
        });
      });
    },
    rerun: async ({ id, attempt: before }, { failedOnly = false } = {}) => {
      await attempt(
        `start run ${id} again`,
        async () => await rerun(octokit, place, { id, before, failedOnly }),
      );
    },
  };
}

/** Type of the `repository_dispatch` that our workflow listens to. */
export const PATCH_EVENT = 'ghost-patch';

type Repository = { readonly owner: string; readonly repo: string };

async function listRuns(
  octokit: Octokit,
  place: Repository,
  request: RunsRequest,
): Promise<readonly RunState[]> {
  if (request.status === 'active') return await listActive(octokit, place, request);
  return (await listPages(octokit, place, request, request.status)).map(runState);
}

/**
 * GitHub filters by one status at a time, and a run that changes its status between two questions would be in neither
 * answer. Such a run is a young one, so the newest runs of any status are asked for too.
 */
async function listActive(
  octokit: Octokit,
  place: Repository,
  request: RunsRequest,
): Promise<readonly RunState[]> {
  const newest = { ...request, limit: LARGEST_PAGE };
  const lists = await Promise.all([
    ...UNFINISHED.map(async (status) => await listPages(octokit, place, request, status)),
    listPages(octokit, place, newest),
  ]);
  const known = new Map<number, RunState>();
  for (const run of lists.flat().map(runState)) known.set(run.id, later(known.get(run.id), run));
  return [...known.values()]
    .filter(({ status }) => status !== 'completed')
    .toSorted((one, other) => other.id - one.id)
    .slice(0, request.limit);
}

/** A run does not come back from its end but by a new attempt. */
function later(known: RunState | undefined, other: RunState): RunState {
  if (known === undefined || known.attempt < other.attempt) return other;
  return known.attempt === other.attempt && other.status === 'completed' ? other : known;
}

async function listPages(
  octokit: Octokit,
  place: Repository,
  request: RunsRequest,
  status?: RunStatus,
): Promise<readonly RunAnswer[]> {
  const { workflow, event, since, limit } = request;
  const runs: RunAnswer[] = [];
  for (const page of pagesFor(limit)) {
    const query = {
      ...place,
      ...page,
      ...(status === undefined ? {} : { status }),
      ...(event === undefined ? {} : { event }),
      ...(since === undefined ? {} : { created: `>=${since}` }),
    };
    const { data } =
      workflow === undefined
        ? await octokit.rest.actions.listWorkflowRunsForRepo(query)
        : await octokit.rest.actions.listWorkflowRuns({ ...query, workflow_id: workflow });
    runs.push(...data.workflow_runs);
    if (data.workflow_runs.length < page.per_page) break;
  }
  return runs.slice(0, limit);
}

async function getRun(octokit: Octokit, place: Repository, id: number): Promise<RunState | null> {
  try {
    return runState((await octokit.rest.actions.getWorkflowRun({ ...place, run_id: id })).data);
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

/**
 * Those of the latest attempt alone lack what was not run again. A run of ours has three for each attempt; of one with
 * more than a page holds, the first ones say that it is none.
 */
async function listJobs(octokit: Octokit, place: Repository, id: number): Promise<readonly string[]> {
  try {
    const listed = await octokit.rest.actions.listJobsForWorkflowRun({
      ...place,
      run_id: id,
      filter: 'all',
      per_page: LARGEST_PAGE,
    });
    return listed.data.jobs.map(({ name }) => name);
  } catch (error) {
    if (statusOf(error) === 404) return [];
    throw error;
  }
}

/** GitHub answers 409 to whatever is not to be cancelled now; only of a run that has ended that is no failure. */
async function cancelRun(
  octokit: Octokit,
  place: Repository,
  { id, force }: { readonly id: number; readonly force: boolean },
): Promise<'asked' | 'ended' | 'gone'> {
  const run = { ...place, run_id: id };
  try {
    await (force
      ? octokit.rest.actions.forceCancelWorkflowRun(run)
      : octokit.rest.actions.cancelWorkflowRun(run));
    return 'asked';
  } catch (error) {
    if (statusOf(error) === 404) return 'gone';
    if (statusOf(error) !== 409) throw error;
    const state = await getRun(octokit, place, id);
    if (state === null) return 'gone';
    if (state.status === 'completed') return 'ended';
    throw error;
  }
}

/** GitHub answers with nothing, which can't be told from an answer that was lost; so it is asked what came of it. */
async function rerun(
  octokit: Octokit,
  place: Repository,
  { id, before, failedOnly }: { readonly id: number; readonly before: number; readonly failedOnly: boolean },
): Promise<void> {
  const run = { ...place, run_id: id, request: { ambiguous: 'throw' } };
  try {
    await (failedOnly
      ? octokit.rest.actions.reRunWorkflowFailedJobs(run)
      : octokit.rest.actions.reRunWorkflow(run));
  } catch (error) {
    const state = await getRun(octokit, place, id);
    if (state === null || state.attempt <= before) throw error;
  }
}

function runState(answer: RunAnswer): RunState {
  const { id, event, conclusion, head_sha: sha, head_branch: branch } = answer;
  return {
    id,
    attempt: answer.run_attempt ?? 1,
    // Where GitHub says at which ref the file was read, that is no part of its path.
    path: answer.path.replace(/(\.ya?ml)@.*$/, '$1'),
    name: answer.name ?? '',
    title: answer.display_title,
    calls: (answer.referenced_workflows ?? []).map(({ path }) => withoutPlace(path)),
    event,
    head: { sha, branch },
    actor: answer.triggering_actor?.login ?? answer.actor?.login ?? '',
    status: statusInWords(answer.status),
    conclusion,
    url: answer.html_url,
    createdAt: answer.created_at,
    updatedAt: answer.updated_at,
  };
}

/** GitHub has `owner/repository/.github/workflows/file.yml@ref`. */
function withoutPlace(path: string): string {
  return path.replace(/^[^/]+\/[^/]+\/(?=\.github\/)/, '').replace(/@.*$/, '');
}

function statusInWords(status: string | null): RunState['status'] {
  if (status === 'completed') return 'completed';
  return status === 'in_progress' ? 'running' : 'waiting';
}

/** GitHub's words for a run that has not ended. */
const UNFINISHED = ['requested', 'waiting', 'pending', 'queued', 'in_progress'] as const;

type RunStatus = (typeof UNFINISHED)[number] | 'completed' | 'failure';

/** The part of REST's `workflow-run` that is used. */
type RunAnswer = {
  readonly id: number;
  readonly run_attempt?: number;
  readonly path: string;
  readonly name?: string | null;
  readonly display_title: string;
  readonly referenced_workflows?: readonly { readonly path: string }[] | null;
  readonly event: string;
  readonly head_sha: string;
  readonly head_branch: string | null;
  readonly actor?: { readonly login: string };
  readonly triggering_actor?: { readonly login: string };
  readonly status: string | null;
  readonly conclusion: string | null;
  readonly html_url: string;
  readonly created_at: string;
  readonly updated_at: string;
};
