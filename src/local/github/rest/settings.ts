import { parse } from 'yaml';
import { z } from 'zod';
import { readTree, showName } from '../git/objects.ts';
import { findEntry } from '../git/trees.ts';
import { pickPage } from '../http/paging.ts';
import { ok, type Reply } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import { formatNodeId } from '../node-id.ts';
import { resolveCommit } from '../operations/resolve.ts';
import { repositoryPage, repositoryUrl } from '../views/repository.ts';
import { workflowId } from '../views/workflow-run.ts';

/** How a repository is set up, for those who may know: names of secrets, variables, and what Actions may do. */
export const settingRoutes: readonly Route[] = [
  repositoryRoute('GET /repos/{owner}/{repo}/actions/workflows', 'actions:read', listWorkflows),
  repositoryRoute('GET /repos/{owner}/{repo}/actions/secrets', 'secrets:read', listSecrets),
  repositoryRoute('GET /repos/{owner}/{repo}/actions/organization-secrets', 'secrets:read', listNoSecrets),
  repositoryRoute('GET /repos/{owner}/{repo}/actions/variables', 'actions_variables:read', listVariables),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/actions/organization-variables',
    'actions_variables:read',
    listNoVariables,
  ),
  repositoryRoute('GET /repos/{owner}/{repo}/actions/permissions', 'administration:read', getPermissions),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/actions/permissions/workflow',
    'administration:read',
    getWorkflowPermissions,
  ),
];

/** Those on the default branch. Here nothing turns one off. */
async function listWorkflows(call: RepositoryCall): Promise<Reply> {
  const { platform, repository } = call;
  const commit = await resolveCommit(repository, repository.defaultBranch);
  const folder = commit === null ? null : await findEntry(repository.store, commit.tree, WORKFLOWS);
  const entries = (folder === null ? null : await readTree(repository.store, folder.oid)) ?? [];
  const workflows = await Promise.all(
    entries.map(async ({ name, oid }) => {
      const path = `${WORKFLOWS}/${showName(name)}`;
      const text = (await repository.store.reader.read(oid))?.bytes.toString() ?? '';
      return { path, name: nameOf(text) ?? path };
    }),
  );
  return listed(call, workflows, 'workflows', ({ path, name }) => ({
    id: workflowId(path),
    node_id: formatNodeId('W', workflowId(path)),
    name,
    path,
    state: 'active',
    ...datesOf(call),
    url: `${repositoryUrl(platform.world, repository)}/actions/workflows/${workflowId(path)}`,
    html_url: `${repositoryPage(platform.world, repository)}/blob/${repository.defaultBranch}/${path}`,
    badge_url: `${repositoryPage(platform.world, repository)}/actions/workflows/badge.svg`,
  }));
}

const WORKFLOWS = '.github/workflows';

function nameOf(text: string): string | undefined {
  try {
    return z.object({ name: z.string() }).safeParse(parse(text)).data?.name;
  } catch {
    // GitHub lists what it can't read too, by its path.
    return undefined;
  }
}

function listSecrets(call: RepositoryCall): Reply {
  const { secrets } = call.repository;
  return listed(call, [...secrets.keys()], 'secrets', (name) => ({ name, ...datesOf(call) }));
}

function listVariables(call: RepositoryCall): Reply {
  const { variables } = call.repository;
  return listed(call, [...variables], 'variables', ([name, value]) => ({ name, value, ...datesOf(call) }));
}

/** Here organisations have none of their own. */
function listNoSecrets(): Reply {
  return ok({ total_count: 0, secrets: [] });
}

function listNoVariables(): Reply {
  return ok({ total_count: 0, variables: [] });
}

function listed<Item>(
  call: RepositoryCall,
  all: readonly Item[],
  key: string,
  view: (item: Item) => object,
): Reply {
  const { items, headers } = pickPage(call, all);
  return { status: 200, body: { total_count: all.length, [key]: items.map(view) }, headers };
}

/** When one was set is not remembered; none is older than its repository. */
function datesOf({ repository }: RepositoryCall) {
  const date = repository.createdAt.toISOString();
  return { created_at: date, updated_at: date };
}

function getPermissions(): Reply {
  return ok({ enabled: true, allowed_actions: 'all', sha_pinning_required: false });
}

function getWorkflowPermissions({ repository }: RepositoryCall): Reply {
  return ok({
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: repository.actionsMayCreatePullRequests,
  });
}
