import { listRefs } from '../git/refs.ts';
import type { PullRequest, Repository } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import { findLabel } from '../operations/labels.ts';
import { repositoryPage } from '../views/repository.ts';
import { connection, type Slice } from './connection.ts';
import type { GraphContext } from './context.ts';
import { expressionNode, findRefNode, objectNode, refNode } from './git-nodes.ts';
import { labelNode, pullRequestNode, pullState } from './nodes.ts';
import { refuse, requireAccess } from './refusal.ts';

type RefsArguments = Slice & { readonly refPrefix: string };

type PullsArguments = Slice & {
  readonly headRefName?: string | null;
  readonly baseRefName?: string | null;
  readonly states?: readonly string[] | null;
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
};

/** Each part asks for the permission that it needs. */
export function repositoryNode(context: GraphContext, repository: Repository) {
  const { world } = context.platform;
  const reading = (scope: string) => requireAccess(context, repository, { scope, level: 'read' });
  return {
    __typename: 'Repository',
    id: formatNodeId('R', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    isPrivate: repository.private,
    url: repositoryPage(world, repository),

    defaultBranchRef() {
      reading('contents');
      return findRefNode(repository, `refs/heads/${repository.defaultBranch}`);
    },
    ref({ qualifiedName }: { qualifiedName: string }) {
      reading('contents');
      return findRefNode(repository, qualifiedName);
    },
    async refs(args: RefsArguments) {
      reading('contents');
      return listRefNodes(repository, args);
    },
    object({ oid, expression }: { oid?: string | null; expression?: string | null }) {
      reading('contents');
      return typeof oid === 'string'
        ? objectNode(repository, oid)
        : expressionNode(repository, expression ?? 'HEAD');
    },
    pullRequest({ number }: { number: number }) {
      reading('pull_requests');
      const pull = repository.pulls.get(number);
      if (pull === undefined) {
        throw refuse('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
      }
      return pullRequestNode(world, pull);
    },
    pullRequests(args: PullsArguments) {
      reading('pull_requests');
      const nodes = selectPulls(repository, args).map((pull) => pullRequestNode(world, pull));
      return connection('pullRequests', nodes, args);
    },
    label({ name }: { name: string }) {
      const label = findLabel(repository, name);
      return label === undefined ? null : labelNode(world, repository, label);
    },
  };
}

async function listRefNodes(repository: Repository, args: RefsArguments) {
  const { refPrefix } = args;
  if (!refPrefix.startsWith('refs/') || !refPrefix.endsWith('/')) {
    throw refuse('UNPROCESSABLE', 'refPrefix must start with `refs/` and end with a slash');
  }
  const refs = await listRefs(repository.store, refPrefix);
  const nodes = refs.map((ref) => refNode(repository, ref, refPrefix));
  return connection('refs', nodes, args);
}

function selectPulls(repository: Repository, args: PullsArguments): PullRequest[] {
  const pulls = [...repository.pulls.values()].filter(
    (pull) =>
      (args.headRefName ?? pull.head) === pull.head &&
      (args.baseRefName ?? pull.base) === pull.base &&
      (args.states ?? [pullState(pull)]).includes(pullState(pull)),
  );
  const key = args.orderBy?.field === 'UPDATED_AT' ? 'updatedAt' : 'createdAt';
  pulls.sort((one, other) => one[key].getTime() - other[key].getTime() || one.number - other.number);
  return args.orderBy?.direction === 'DESC' ? pulls.toReversed() : pulls;
}
