import { canSee } from '../access/permissions.ts';
import { findRepository, findUser } from '../world.ts';
import type { GraphContext } from './context.ts';
import { findPullById, pullRequestNode, userNode } from './nodes.ts';
import { refuse, requireAccess } from './refusal.ts';
import { repositoryNode } from './repository-node.ts';

/** The roots that are served. */
export const queries = {
  repository(args: { owner: string; name: string }, context: GraphContext) {
    const fullName = `${args.owner}/${args.name}`;
    const repository = findRepository(context.platform.world, fullName);
    if (repository === undefined || !canSee(context.caller.token, repository)) {
      throw refuse('NOT_FOUND', `Could not resolve to a Repository with the name '${fullName}'.`);
    }
    return repositoryNode(context, repository);
  },

  node({ id }: { id: string }, context: GraphContext) {
    const pull = findPullById(context.platform.world, id);
    if (pull === undefined) {
      throw refuse('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
    }
    requireAccess(context, pull.repository, { scope: 'pull_requests', level: 'read' });
    return pullRequestNode(context.platform.world, pull);
  },

  user({ login }: { login: string }, context: GraphContext) {
    const user = findUser(context.platform.world, login);
    if (user?.type !== 'User') {
      throw refuse('NOT_FOUND', `Could not resolve to a User with the login of '${login}'.`);
    }
    return userNode(context.platform.world, user);
  },

  viewer: (_: unknown, context: GraphContext) => userNode(context.platform.world, context.cause.user),

  rateLimit(_: unknown, { rate }: GraphContext) {
    return {
      cost: 1,
      limit: rate.limit,
      used: rate.used,
      remaining: rate.remaining,
      nodeCount: 1,
      resetAt: new Date(rate.reset * MILLISECONDS).toISOString(),
    };
  },
};

const MILLISECONDS = 1000;
