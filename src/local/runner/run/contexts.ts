import { arch, platform } from 'node:os';
import type { ActionsHost, WorkflowEvent, WorkflowRun } from '../../contract.ts';
import { textAt } from '../json.ts';
import type { JobDirectories } from '../process/protocol.ts';

type Context = { readonly [key: string]: unknown };

/** `github`, as far as it is the same for all jobs of a run. Numbers are text, as on GitHub. */
export function githubContext(
  host: ActionsHost,
  run: WorkflowRun,
  runNumber: number,
  payload: Context,
): Context {
  const { event, attempt } = run;
  return {
    event_name: event.name,
    event: payload,
    repository: event.repository,
    repository_owner: event.repository.split('/')[0],
    actor: event.actor,
    triggering_actor: run.triggeringActor,
    sha: event.sha,
    ...refContext(event),
    head_ref: textAt(payload, 'pull_request', 'head', 'ref') ?? '',
    base_ref: textAt(payload, 'pull_request', 'base', 'ref') ?? '',
    run_id: String(run.id),
    run_number: String(runNumber),
    run_attempt: String(attempt),
    workflow: run.workflowName,
    workflow_ref: `${event.repository}/${run.path}@${event.ref}`,
    workflow_sha: event.sha,
    server_url: host.serverUrl,
    api_url: host.apiUrl,
    graphql_url: host.graphqlUrl,
  };
}

function refContext({ ref }: WorkflowEvent): Context {
  return {
    ref,
    ref_name: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: false,
  };
}

/** What a job adds to `github` on its runner. */
export function jobGithubContext(job: {
  readonly id: string;
  readonly token: string;
  readonly directories: JobDirectories;
}): Context {
  return {
    job: job.id,
    token: job.token,
    workspace: job.directories.workspace,
    event_path: job.directories.eventFile,
  };
}

/** `runner`. */
export function runnerContext(directories: JobDirectories): Context {
  return {
    name: 'Local runner',
    os: OPERATING_SYSTEMS[platform()] ?? 'Linux',
    arch: arch().toUpperCase(),
    temp: directories.temp,
    tool_cache: directories.toolCache,
    environment: 'self-hosted',
  };
}

const OPERATING_SYSTEMS: { readonly [platform: string]: string } = { darwin: 'macOS', win32: 'Windows' };
