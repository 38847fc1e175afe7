import { judgeAccess } from '../access/permissions.ts';
import { inaccessibleMessage } from '../graphql/refusal.ts';
import { failure, notFound, Refused } from '../http/reply.ts';
import type { RepositoryCall } from '../http/route.ts';
import type { Level, Thread } from '../model.ts';
import { findThread } from '../operations/issues.ts';

/**
 * The pull request or issue that the path names; ends the request where there is none, or where the caller may not
 * touch it: who may write pull requests only may not write on an issue.
 */
export function requireThread(call: RepositoryCall, level: Level): Thread {
  const thread = findThread(call.repository, Number(call.params['issue_number']));
  if (thread === undefined) {
    throw new Refused(notFound());
  }
  requireScope(call, thread, level);
  return thread;
}

/** Ends the request where the caller may not do this to issues, or to pull requests. */
export function requireScope(call: RepositoryCall, thread: Thread, level: Level): void {
  const anyOf = 'head' in thread ? ['issues', 'pull_requests'] : ['issues'];
  const { token } = call.caller;
  if (judgeAccess(token, call.repository, { anyOf, level }) !== 'yes') {
    throw new Refused(failure(403, inaccessibleMessage(token?.kind)));
  }
}
