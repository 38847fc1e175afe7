import type { Label, PullRequest, Repository, User } from '../model.ts';
import { formatNodeId, type NodeKind, parseNodeId } from '../node-id.ts';
import { labelView, pullPage } from '../views/pull-request.ts';
import { userView } from '../views/user.ts';
import type { World } from '../world.ts';
import { connection, type Slice } from './connection.ts';
import type { GraphContext } from './context.ts';

/** People, labels and pull requests as GraphQL shows them, and how they are found by their global id. */

export function userNode(world: World, user: User) {
  const { html_url: url, avatar_url: avatarUrl } = userView(world, user);
  return {
    __typename: user.type,
    id: formatNodeId('U', user.id),
    databaseId: user.id,
    login: user.login,
    url,
    avatarUrl,
  };
}

export function labelNode(world: World, repository: Repository, label: Label) {
  const { node_id: id, url } = labelView(world, repository, label);
  return {
    __typename: 'Label',
    id,
    name: label.name,
    color: label.color,
    description: label.description,
    url,
  };
}

export function pullRequestNode(world: World, pull: PullRequest) {
  return {
    __typename: 'PullRequest',
    id: formatNodeId('PR', pull.id),
    databaseId: pull.id,
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    url: pullPage(world, pull),
    state: pullState(pull),
    isDraft: pull.draft,
    closed: pull.state === 'closed',
    merged: pull.merged !== null,
    headRefName: pull.head,
    headRefOid: pull.headSha,
    // There are no forks here.
    isCrossRepository: false,
    baseRefName: pull.base,
    baseRefOid: pull.baseSha,
    createdAt: pull.createdAt.toISOString(),
    updatedAt: pull.updatedAt.toISOString(),
    closedAt: pull.closedAt?.toISOString() ?? null,
    mergedAt: pull.merged?.at.toISOString() ?? null,
    mergeCommit: pull.merged === null ? null : { __typename: 'Commit', oid: pull.merged.sha },
    mergedBy: pull.merged === null ? null : userNode(world, pull.merged.by),
    author: userNode(world, pull.author),
    viewerDidAuthor: (_: unknown, { cause }: GraphContext) => cause.user === pull.author,
    labels: (slice: Slice) =>
      connection(
        'labels',
        pull.labels.map((label) => labelNode(world, pull.repository, label)),
        slice,
      ),
    reviewRequests: (slice: Slice) =>
      connection(
        'reviewRequests',
        pull.reviewers.map((reviewer) => ({ requestedReviewer: userNode(world, reviewer) })),
        slice,
      ),
  };
}

export function pullState(pull: PullRequest): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (pull.merged !== null) {
    return 'MERGED';
  }
  return pull.state === 'open' ? 'OPEN' : 'CLOSED';
}

export function findRepositoryById(world: World, nodeId: string): Repository | undefined {
  return [...world.repositories.values()].find(hasId('R', nodeId));
}

export function findPullById(world: World, nodeId: string): PullRequest | undefined {
  const pulls = [...world.repositories.values()].flatMap((repository) => [...repository.pulls.values()]);
  return pulls.find(hasId('PR', nodeId));
}

export function findLabelById(repository: Repository, nodeId: string): Label | undefined {
  return [...repository.labels.values()].find(hasId('LA', nodeId));
}

export function findUserById(world: World, nodeId: string): User | undefined {
  return [...world.users.values()].find(hasId('U', nodeId));
}

function hasId(kind: NodeKind, nodeId: string): (thing: { readonly id: number }) => boolean {
  const wanted = parseNodeId(kind, nodeId);
  return ({ id }) => String(id) === wanted;
}
