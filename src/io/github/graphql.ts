import type { Octokit } from '@octokit/rest';
import type { OrganisationAnswer, RepositoryAnswer, UserAnswers } from './answers.ts';
import { type GraphqlFailure, graphqlData, graphqlFailures, property } from './failure.ts';
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
  const all = graphqlFailures(error);
  const failures = all.filter((failure) => !isNoFailure(failure));
  if (failures.length === 0 && isAnswer(data)) return data;
  throw failures.length === 0 || failures.length === all.length ? error : new QueryFailed(failures, error);
}

function isNoFailure({ type, alias = '' }: GraphqlFailure): boolean {
  return (type === 'NOT_FOUND' && /^u\d+$/.test(alias)) || (isUnseen(type) && alias === 'organisation');
}

/** Anything else that goes wrong there, such as an outage, must not pass for a repository that says nothing. */
function isUnseen(type: string | undefined): boolean {
  return type === 'NOT_FOUND' || type === 'FORBIDDEN';
}

/** Without what alone would be no failure: whoever asked about one repository would read of another in the first place. */
class QueryFailed extends Error {
  readonly errors: readonly GraphqlFailure[];
  readonly request: unknown;

  constructor(errors: readonly GraphqlFailure[], cause: unknown) {
    super(errors.map(({ message }) => message).join('; '), { cause });
    this.errors = errors;
    this.request = property(cause, 'request');
  }
}

function isAnswer(data: unknown): data is Answer {
  return property(property(data, 'repository'), 'id') !== undefined;
}
