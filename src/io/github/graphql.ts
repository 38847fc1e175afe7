import type { Octokit } from '@octokit/rest';
import type { OrganisationAnswer, RepositoryAnswer, UserAnswers } from './answers.ts';
import { graphqlData, graphqlFailures, property } from './failure.ts';
import type { Query } from './snapshot-query.ts';

/**
 * Asks about one repository. A user that GitHub does not know, and an organisation's repository that is not there or not
 * for this token, are errors in its answer and null in the data; that alone is no failure.
 */
export async function ask(
  octokit: Octokit,
  query: Query,
): Promise<{
  readonly repository: RepositoryAnswer;
  readonly users: UserAnswers;
  readonly organisation: OrganisationAnswer | null;
}> {
  const answer = octokit.graphql<Answer>(query.text, query.variables);
  const { repository, organisation = null, ...users } = await answer.catch(acceptUnknown);
  return { repository, users, organisation };
}

/** A repository that is not there is an error, so where there is none, it is. */
type Answer = {
  readonly repository: RepositoryAnswer;
  readonly organisation?: OrganisationAnswer | null;
} & UserAnswers;

function acceptUnknown(error: unknown): Answer {
  const data = graphqlData(error);
  const known = graphqlFailures(error).every(
    ({ type, alias = '' }) =>
      (type === 'NOT_FOUND' && /^u\d+$/.test(alias)) || (isUnseen(type) && alias === 'organisation'),
  );
  if (known && isAnswer(data)) return data;
  throw error;
}

/** Anything else that goes wrong there, such as an outage, must not pass for a repository that says nothing. */
function isUnseen(type: string | undefined): boolean {
  return type === 'NOT_FOUND' || type === 'FORBIDDEN';
}

function isAnswer(data: unknown): data is Answer {
  return property(property(data, 'repository'), 'id') !== undefined;
}
