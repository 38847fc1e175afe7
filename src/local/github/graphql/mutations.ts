import { type RefProblem, type RefUpdate, ZERO_OID } from '../git/refs.ts';
import type { Label, PullRequest, Repository, User } from '../model.ts';
import { addLabels, createLabel, findLabel } from '../operations/labels.ts';
import { requestReviews, setDraft } from '../operations/pulls.ts';
import { moveRefs } from '../operations/refs.ts';
import type { GraphContext } from './context.ts';
import {
  findLabelById,
  findPullById,
  findRepositoryById,
  findUserById,
  labelNode,
  pullRequestNode,
  userNode,
} from './nodes.ts';
import { refuse, requireAccess } from './refusal.ts';

type Input<Fields> = { readonly input: Fields & { readonly clientMutationId?: string | null } };

type UpdateRefs = {
  readonly repositoryId: string;
  readonly refUpdates: readonly {
    readonly name: string;
    readonly afterOid: string;
    readonly beforeOid?: string | null;
    readonly force?: boolean | null;
  }[];
};

/** The mutations that are served. */
export const mutations = {
  async updateRefs({ input }: Input<UpdateRefs>, context: GraphContext) {
    const repository = getRepositoryById(context, input.repositoryId);
    requireAccess(context, repository, { scope: 'contents', level: 'write' });
    const updates = input.refUpdates.map((update) => ({
      ref: update.name,
      after: checkOid(update.afterOid),
      force: update.force ?? false,
      ...(update.beforeOid ? { before: checkOid(update.beforeOid) } : {}),
    }));
    checkNoneTwice(updates);
    const result = await moveRefs(context.platform, repository, updates, context.cause);
    if (!result.ok) {
      throw describeProblem(result.problem);
    }
    return payload(input, {});
  },

  async addLabelsToLabelable(
    { input }: Input<{ labelableId: string; labelIds: readonly string[] }>,
    context: GraphContext,
  ) {
    const pull = getPull(context, input.labelableId);
    const labels = input.labelIds.map((id) => findLabelById(pull.repository, id) ?? missing(id));
    await addLabels(context.platform, pull, labels, context.cause);
    return payload(input, { labelable: pullRequestNode(context.platform.world, pull) });
  },

  async requestReviews({ input }: Input<RequestReviews>, context: GraphContext) {
    const pull = getPull(context, input.pullRequestId);
    const { world } = context.platform;
    const users = (input.userIds ?? []).map((id): User => findUserById(world, id) ?? missing(id));
    if (input.union !== true) {
      pull.reviewers.splice(
        0,
        pull.reviewers.length,
        ...pull.reviewers.filter((reviewer) => users.includes(reviewer)),
      );
    }
    const problem = await requestReviews(context.platform, pull, users, context.cause);
    if (problem !== null) {
      throw refuse('UNPROCESSABLE', problem);
    }
    return payload(input, {
      pullRequest: pullRequestNode(world, pull),
      actor: userNode(world, context.cause.user),
    });
  },

  convertPullRequestToDraft: ({ input }: Input<{ pullRequestId: string }>, context: GraphContext) =>
    changeDraft(input, context, true),

  markPullRequestReadyForReview: ({ input }: Input<{ pullRequestId: string }>, context: GraphContext) =>
    changeDraft(input, context, false),

  createLabel({ input }: Input<CreateLabel>, context: GraphContext) {
    const repository = getRepositoryById(context, input.repositoryId);
    requireAccess(context, repository, { scope: 'issues', level: 'write' });
    if (findLabel(repository, input.name) !== undefined) {
      throw refuse('UNPROCESSABLE', 'Name has already been taken');
    }
    const { name, color, description = null } = input;
    const label: Label = createLabel(context.platform, repository, { name, color, description });
    return payload(input, { label: labelNode(context.platform.world, repository, label) });
  },
};

type RequestReviews = {
  readonly pullRequestId: string;
  readonly userIds?: readonly string[] | null;
  readonly union?: boolean | null;
};

type CreateLabel = {
  readonly repositoryId: string;
  readonly name: string;
  readonly color: string;
  readonly description?: string | null;
};

async function changeDraft(
  input: { readonly pullRequestId: string; readonly clientMutationId?: string | null },
  context: GraphContext,
  draft: boolean,
) {
  const pull = getPull(context, input.pullRequestId);
  if (!(await setDraft(context.platform, pull, draft, context.cause))) {
    throw refuse('UNPROCESSABLE', 'Draft pull requests are not supported in this repository.');
  }
  return payload(input, { pullRequest: pullRequestNode(context.platform.world, pull) });
}

function getRepositoryById(context: GraphContext, id: string): Repository {
  const repository = findRepositoryById(context.platform.world, id) ?? missing(id);
  // Asks for the repository as a query would, so that a hidden one stays hidden.
  requireAccess(context, repository, { scope: 'metadata', level: 'read' });
  return repository;
}

function getPull(context: GraphContext, id: string): PullRequest {
  const pull = findPullById(context.platform.world, id) ?? missing(id);
  requireAccess(context, pull.repository, { scope: 'pull_requests', level: 'write' });
  return pull;
}

function missing(id: string): never {
  throw refuse('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}

function payload<Fields extends object>(
  input: { readonly clientMutationId?: string | null },
  fields: Fields,
) {
  return { clientMutationId: input.clientMutationId ?? null, ...fields };
}

function checkOid(oid: string): string {
  if (!/^[0-9a-f]{40}$/.test(oid)) {
    throw refuse('UNPROCESSABLE', `${JSON.stringify(oid)} is not a valid GitObjectID`);
  }
  return oid;
}

function checkNoneTwice(updates: readonly RefUpdate[]): void {
  const twice = updates.find(({ ref }, index) => updates.findIndex((other) => other.ref === ref) !== index);
  if (twice !== undefined) {
    throw refuse('UNPROCESSABLE', `${twice.ref} is named more than once`);
  }
}

function describeProblem(
  problem: RefProblem | { readonly kind: 'workflow'; readonly ref: string; readonly detail: string },
) {
  if (problem.kind === 'workflow') {
    return refuse('FORBIDDEN', problem.detail);
  }
  return refuse('UNPROCESSABLE', `Could not update ${problem.ref}: ${REASONS[problem.kind]}`);
}

const REASONS: { readonly [kind in RefProblem['kind']]: string } = {
  moved: 'it does not point to the given beforeOid',
  exists: `it exists, but the given beforeOid is ${ZERO_OID}`,
  missing: 'it does not exist',
  not_fast_forward: 'the update is not a fast-forward',
  no_object: 'the given afterOid is not an object that it can point to',
  bad_name: 'it is not a valid ref name',
  collision: 'its name is a folder of another ref, or the other way round',
};
