import type { Repository, Status } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import type { World } from '../world.ts';
import { repositoryUrl } from './repository.ts';
import { userView } from './user.ts';

/** `status`. */
export function statusView(world: World, repository: Repository, status: Status) {
  return { ...simpleStatusView(world, repository, status), creator: userView(world, status.creator) };
}

/** `simple-commit-status`, which does not say who made it. */
export function simpleStatusView(world: World, repository: Repository, status: Status) {
  return {
    id: status.id,
    node_id: formatNodeId('SC', status.id),
    url: `${repositoryUrl(world, repository)}/statuses/${status.sha}`,
    avatar_url: `${world.urls.html}/avatars/${status.creator.id}`,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt.toISOString(),
    updated_at: status.createdAt.toISOString(),
  };
}
