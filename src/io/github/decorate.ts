import type { Octokit } from '@octokit/rest';
import type { DecoratePullRequest } from '../../stages/ports.ts';
import { graphqlFailures, messageOf, statusOf } from './failure.ts';
import type { Place } from './snapshot-query.ts';

/**
 * Labels, reviewers and the draft flag in one request, after one per label that does not exist yet. Never throws: what
 * was not done comes back as sentences.
 */
export async function decoratePullRequest(
  octokit: Octokit,
  place: Place,
  request: DecoratePullRequest,
): Promise<readonly string[]> {
  const labels = await Promise.all(
    request.labels.map(async (label) => await labelId(octokit, place, { label, known: request.labelIds })),
  );
  const unknown = request.reviewers.filter((login) => !request.reviewerIds.has(login));
  const problems = [
    ...labels.flatMap((label) => ('problem' in label ? [label.problem] : [])),
    ...unknown.map((login) => `${login} can't be asked for a review: GitHub knows no such user.`),
  ];
  const steps = [
    ...labelStep(labels.flatMap((label) => ('id' in label ? [label.id] : []))),
    ...request.reviewers.flatMap((login) => reviewStep(login, request.reviewerIds.get(login))),
    ...draftStep(request.draft),
  ];
  return [...problems, ...(await perform(octokit, request.nodeId, steps))];
}

async function labelId(
  octokit: Octokit,
  { owner, name }: Place,
  { label, known }: { readonly label: string; readonly known: ReadonlyMap<string, string> },
): Promise<{ readonly id: string } | { readonly problem: string }> {
  const id = known.get(label);
  if (id !== undefined) return { id };
  try {
    const { data } = await octokit.rest.issues.createLabel({
      owner,
      repo: name,
      name: label,
      color: NEW_LABEL_COLOR,
    });
    return { id: data.node_id };
  } catch (error) {
    // Somebody may have made it in the meantime, or written it in other letters.
    const existing =
      statusOf(error) === 422
        ? await octokit.rest.issues.getLabel({ owner, repo: name, name: label }).catch(() => null)
        : null;
    return existing === null
      ? { problem: `The label ${JSON.stringify(label)} could not be made: ${messageOf(error)}` }
      : { id: existing.data.node_id };
  }
}

/** One mutation of the request; `undone` begins the sentence that says it failed. */
type Step = {
  readonly undone: string;
  readonly mutation: string;
  /** What it takes besides the pull request, where it takes anything. */
  readonly ids?: readonly string[];
};

function labelStep(ids: readonly string[]): readonly Step[] {
  if (ids.length === 0) return [];
  return [
    {
      undone: 'The labels could not be added',
      mutation: 'addLabelsToLabelable(input: { labelableId: $pull, labelIds: $IDS })',
      ids,
    },
  ];
}

/** One per person: GitHub refuses a whole request for one who is no collaborator. */
function reviewStep(login: string, id: string | undefined): readonly Step[] {
  if (id === undefined) return [];
  const mutation = 'requestReviews(input: { pullRequestId: $pull, userIds: $IDS, union: true })';
  return [{ undone: `${login} could not be asked for a review`, mutation, ids: [id] }];
}

function draftStep(draft: boolean | undefined): readonly Step[] {
  if (draft === undefined) return [];
  if (draft)
    return [
      {
        undone: 'It could not be made a draft',
        mutation: 'convertPullRequestToDraft(input: { pullRequestId: $pull })',
      },
    ];
  return [
    {
      undone: 'It could not be marked ready for review',
      mutation: 'markPullRequestReadyForReview(input: { pullRequestId: $pull })',
    },
  ];
}

async function perform(octokit: Octokit, pull: string, steps: readonly Step[]): Promise<readonly string[]> {
  if (steps.length === 0) return [];
  const declarations = steps.map(({ ids }, index) => (ids === undefined ? '' : `, $ids${index}: [ID!]!`));
  const fields = steps.map(
    ({ mutation }, index) => `s${index}: ${mutation.replace('$IDS', `$ids${index}`)} { clientMutationId }`,
  );
  const values = Object.fromEntries(
    steps.flatMap(({ ids }, index) => (ids === undefined ? [] : [[`ids${index}`, ids]])),
  );
  try {
    await octokit.graphql(`mutation Decorate($pull: ID!${declarations.join('')}) { ${fields.join('\n')} }`, {
      pull,
      ...values,
    });
    return [];
  } catch (error) {
    return describeFailures(error, steps);
  }
}

/** GitHub does the steps one by one, and says which failed; where it does not say, none can be taken for done. */
function describeFailures(error: unknown, steps: readonly Step[]): readonly string[] {
  const failures = graphqlFailures(error).map(({ alias, message }) => ({
    step: steps[Number(alias?.slice(1))],
    message,
  }));
  const placed = failures.length > 0 && failures.every(({ step }) => step !== undefined);
  if (!placed) return steps.map(({ undone }) => `${undone}: ${messageOf(error)}`);
  return failures.map(({ step, message }) => `${step?.undone}: ${message}`);
}

/** GitHub's own grey for labels that nobody has chosen a colour for. */
const NEW_LABEL_COLOR = 'ededed';
