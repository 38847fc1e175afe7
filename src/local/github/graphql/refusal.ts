import { GraphQLError } from 'graphql';
import { judgeAccess, type Verdict } from '../access/permissions.ts';
import type { Level, Repository } from '../model.ts';
import type { GraphContext } from './context.ts';

export type RefusalType =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNPROCESSABLE'
  | 'MISSING_PAGINATION_BOUNDARIES'
  | 'INVALID_CURSOR_ARGUMENTS'
  | 'INSUFFICIENT_SCOPES';

/** An error of one field, with the `type` that GitHub puts beside the message. */
export function refuse(type: RefusalType, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

export type GraphNeed = { readonly scope: string; readonly level: Level };

/** Throws where the caller may not do this here. */
export function requireAccess(context: GraphContext, repository: Repository, need: GraphNeed): void {
  const verdict = judgeAccess(context.caller.token, repository, { anyOf: [need.scope], level: need.level });
  if (verdict !== 'yes') {
    throw describeVerdict(context, repository, verdict);
  }
}

function describeVerdict(
  context: GraphContext,
  repository: Repository,
  verdict: Exclude<Verdict, 'yes'>,
): GraphQLError {
  if (verdict === 'not_found') {
    return refuse('NOT_FOUND', `Could not resolve to a Repository with the name '${repository.fullName}'.`);
  }
  return refuse('FORBIDDEN', inaccessibleMessage(context.caller.token?.kind));
}

/** GitHub calls Apps and jobs integrations. */
export function inaccessibleMessage(kind: 'personal' | 'installation' | 'job' | undefined): string {
  return `Resource not accessible by ${kind === 'personal' ? 'personal access token' : 'integration'}`;
}
