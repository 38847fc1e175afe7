import type { Octokit } from '@octokit/rest';
import type { RepositoryAnswer, UserAnswers } from './answers.ts';
import { graphqlData, graphqlFailures, property } from './failure.ts';
import type { Query } from './snapshot-query.ts';

/**
 * Asks about one repository. A user that GitHub does not know is an error in its answer and null in the data; that
 * alone is no failure.
 */
export async function ask(
  octokit: Octokit,
  query: Query,
): Promise<{ readonly repository: RepositoryAnswer; readonly users: UserAnswers }> {
  const answer = octokit.graphql<Answer>(query.text, query.variables);
  const { repository, ...users } = await answer.catch(acceptUnknownUsers);
  return { repository, users };
}

/** A repository that is not there is an error, so where there is none, it is. */
type Answer = { readonly repository: RepositoryAnswer } & UserAnswers;

function acceptUnknownUsers(error: unknown): Answer {
  const data = graphqlData(error);
  const onlyUsers = graphqlFailures(error).every(
    ({ type, alias = '' }) => type === 'NOT_FOUND' && /^u\d+$/.test(alias),
  );
  if (onlyUsers && isAnswer(data)) return data;
  throw error;
}

function isAnswer(data: unknown): data is Answer {
  return property(property(data, 'repository'), 'id') !== undefined;
}
