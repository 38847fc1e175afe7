import type { Octokit } from '@octokit/rest';
import type { DecoratePullRequest } from '../../stages/ports.ts';
import { graphqlFailures, messageOf } from './failure.ts';
import type { Place } from './snapshot-query.ts';

/**
 * Labels, reviewers and the draft flag in one request; labels that do not exist yet take one more, which makes them too.
 * Never throws: what was not done comes back as sentences.
 */
export async function decoratePullRequest(
  octokit: Octokit,
  place: Place,
  request: DecoratePullRequest,
): Promise<readonly string[]> {
  const { labels, labelIds, reviewers, reviewerIds } = request;
  const newLabels = labels.filter((label) => !labelIds.has(label));
  const knownIds = labels.flatMap((label) => labelIds.get(label) ?? []);
  const steps = [
    ...labelStep(knownIds),
    ...reviewers.flatMap((login) => reviewStep(login, reviewerIds.get(login))),
    ...draftStep(request.draft),
  ];
  const problems = await Promise.all([
    addNewLabels(octokit, place, { number: request.number, labels: newLabels }),
    perform(octokit, request.nodeId, steps),
  ]);
  const strangers = reviewers.filter((login) => !reviewerIds.has(login));
  return [
    ...problems.flat(),
    ...strangers.map((login) => `${login} can't be asked for a review: GitHub knows no such user.`),
  ];
}

/** Over REST, GitHub makes labels that it does not know. */
async function addNewLabels(
  octokit: Octokit,
  { owner, name }: Place,
  { number, labels }: { readonly number: number; readonly labels: readonly string[] },
): Promise<readonly string[]> {
  if (labels.length === 0) return [];
  try {
    await octokit.rest.issues.addLabels({ owner, repo: name, issue_number: number, labels: [...labels] });
    return [];
  } catch (error) {
    return [
      `The labels ${labels.map((label) => JSON.stringify(label)).join(', ')} could not be added: ${messageOf(error)}`,
    ];
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
