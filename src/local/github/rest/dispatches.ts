import { z } from 'zod';
import type { RepositoryEvent } from '../events/event.ts';
import { createTrigger } from '../events/events.ts';
import { readTree } from '../git/objects.ts';
import { findEntry } from '../git/trees.ts';
import { readBody } from '../http/body.ts';
import { noContent, notFound, ok, Refused, type Reply, unprocessable } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import { branchHead } from '../operations/pulls.ts';
import { resolveCommit } from '../operations/resolve.ts';
import { runUrl, workflowId } from '../views/workflow-run.ts';

export const dispatchRoutes: readonly Route[] = [
  repositoryRoute('POST /repos/{owner}/{repo}/dispatches', 'contents:write', dispatchRepository),
  repositoryRoute(
    'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    'actions:write',
    dispatchWorkflow,
  ),
];

/** Characters. */
const LONGEST_EVENT_TYPE = 100;
const MOST_PROPERTIES = 10;
/** Bytes of the payload as JSON; this many are too many. */
const PAYLOAD_LIMIT = 65_536;

const Dispatch = z.object({
  event_type: z.string().min(1),
  client_payload: z.record(z.string(), z.unknown()).default({}),
});

async function dispatchRepository(call: RepositoryCall): Promise<Reply> {
  const { platform, repository, cause } = call;
  const { event_type: type, client_payload: payload } = readBody(call, Dispatch);
  const problem = findPayloadProblem(type, payload);
  if (problem !== null) {
    return unprocessable(problem);
  }
  const head = await branchHead(repository, repository.defaultBranch);
  platform.events.publish({
    name: 'repository_dispatch',
    action: type,
    repository,
    payload: { branch: repository.defaultBranch, client_payload: payload },
    cause,
    // Only the workflows of the default branch hear of it.
    ...(head === null ? {} : { workflows: { ref: `refs/heads/${repository.defaultBranch}`, sha: head } }),
  });
  return noContent();
}

function findPayloadProblem(type: string, payload: { readonly [name: string]: unknown }): string | null {
  if (type.length > LONGEST_EVENT_TYPE) {
    return `Invalid request.\n\nOnly ${LONGEST_EVENT_TYPE} characters are allowed; ${type.length} were supplied.`;
  }
  const properties = Object.keys(payload).length;
  if (properties > MOST_PROPERTIES) {
    return `Invalid request.\n\nNo more than ${MOST_PROPERTIES} properties are allowed; ${properties} were supplied.`;
  }
  return Buffer.byteLength(JSON.stringify(payload)) < PAYLOAD_LIMIT ? null : 'client_payload is too large.';
}

const DispatchWorkflow = z.object({
  ref: z.string(),
  inputs: z.record(z.string(), z.union([z.string(), z.boolean(), z.number()])).default({}),
  return_run_details: z.boolean().default(false),
});

async function dispatchWorkflow(call: RepositoryCall): Promise<Reply> {
  const { platform, repository, cause } = call;
  const body = readBody(call, DispatchWorkflow);
  const commit = await resolveCommit(repository, body.ref);
  if (commit === null) {
    return unprocessable(`No ref found for: ${body.ref}`);
  }
  const path = await findWorkflow(call, commit.tree);
  const inputs = Object.fromEntries(
    Object.entries(body.inputs).map(([name, value]) => [name, String(value)]),
  );
  const ref = await fullRef(call, body.ref);
  const run = await startWorkflow(call, {
    name: 'workflow_dispatch',
    repository,
    payload: { ref, workflow: path, inputs },
    cause,
    workflows: { ref, sha: commit.oid, workflow: path, inputs },
  });
  if (!body.return_run_details) {
    return noContent();
  }
  return ok({
    workflow_run_id: run.id,
    run_url: runUrl(platform.world, repository, run.id),
    html_url: run.url,
  });
}

/** Path of the workflow that the request names by file or id; ends the request where there is none. */
async function findWorkflow(call: RepositoryCall, tree: string): Promise<string> {
  const { store } = call.repository;
  const folder = await findEntry(store, tree, '.github/workflows');
  const entries = folder === null ? null : await readTree(store, folder.oid);
  const wanted = call.params['workflow_id'] ?? '';
  const paths = (entries ?? []).map(({ name }) => `.github/workflows/${name}`);
  const path = paths.find(
    (path) => path === `.github/workflows/${wanted}` || String(workflowId(path)) === wanted,
  );
  if (path === undefined) {
    throw new Refused(notFound());
  }
  return path;
}

async function fullRef(call: RepositoryCall, ref: string): Promise<string> {
  if (ref.startsWith('refs/')) {
    return ref;
  }
  return (await branchHead(call.repository, ref)) === null ? `refs/tags/${ref}` : `refs/heads/${ref}`;
}

/** A run that the engine does not start is refused with the engine's reason. */
async function startWorkflow(call: RepositoryCall, event: RepositoryEvent) {
  const { engine, world, events } = call.platform;
  const { workflows: _, ...forHooks } = event;
  events.publish(forHooks);
  const trigger = createTrigger(world, event);
  if (engine === null || trigger === null) {
    throw new Refused(unprocessable('Actions is disabled for this repository.'));
  }
  try {
    const [run] = await engine.start(trigger);
    if (run !== undefined) {
      return run;
    }
  } catch (cause) {
    throw new Refused(unprocessable(cause instanceof Error ? cause.message : String(cause)));
  }
  throw new Refused(unprocessable("Workflow does not have 'workflow_dispatch' trigger"));
}
