import type { Octokit } from '@octokit/rest';
import { graphqlFailures } from './failure.ts';

/**
 * Changes the draft flag of a pull request, by its node id, and answers with what it is afterwards. What GitHub
 * refuses to change, on a plan without drafts or because it is so already, is looked at instead.
 */
export async function setDraft(octokit: Octokit, nodeId: string, draft: boolean): Promise<boolean> {
  try {
    const { change } = await octokit.graphql<ChangeAnswer>(draft ? TO_DRAFT : TO_READY, { nodeId });
    return change.pullRequest.isDraft;
  } catch (error) {
    const failures = graphqlFailures(error);
    if (failures.length === 0 || failures.some(({ type }) => type !== 'UNPROCESSABLE')) throw error;
    const { node } = await octokit.graphql<NodeAnswer>(DRAFT_QUERY, { nodeId });
    if (node?.isDraft === undefined) throw error;
    return node.isDraft;
  }
}

const TO_DRAFT = `mutation ToDraft($nodeId: ID!) {
  change: convertPullRequestToDraft(input: { pullRequestId: $nodeId }) { pullRequest { isDraft } }
}`;

const TO_READY = `mutation ToReady($nodeId: ID!) {
  change: markPullRequestReadyForReview(input: { pullRequestId: $nodeId }) { pullRequest { isDraft } }
}`;

const DRAFT_QUERY = `query Draft($nodeId: ID!) { node(id: $nodeId) { ... on PullRequest { isDraft } } }`;

type ChangeAnswer = { readonly change: { readonly pullRequest: { readonly isDraft: boolean } } };

type NodeAnswer = { readonly node: { readonly isDraft?: boolean } | null };
