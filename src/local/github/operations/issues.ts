import type { Cause, Issue, Repository, Thread } from '../model.ts';
import type { Platform } from '../platform.ts';
import { issueView } from '../views/issue.ts';
import { publishPull } from './refs.ts';

export type IssuePlan = {
  readonly title: string;
  readonly body: string | null;
};

/** Opens an issue, which gets the next number after the pull requests and issues before it. */
export async function openIssue(
  platform: Platform,
  repository: Repository,
  plan: IssuePlan,
  cause: Cause,
): Promise<Issue> {
  const { world } = platform;
  repository.lastNumber += 1;
  const now = world.now();
  const issue: Issue = {
    ...plan,
    id: world.nextId(),
    number: repository.lastNumber,
    repository,
    author: cause.user,
    state: 'open',
    stateReason: null,
    labels: [],
    comments: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  };
  repository.issues.set(issue.number, issue);
  await publishThread(platform, issue, cause, { action: 'opened' });
  return issue;
}

export type IssueState = Pick<Issue, 'state' | 'stateReason'>;

/** Closes or reopens it; the state that it has already changes nothing. */
export async function setIssueState(
  platform: Platform,
  issue: Issue,
  { state, stateReason }: IssueState,
  cause: Cause,
): Promise<void> {
  if (issue.state === state) {
    return;
  }
  const now = platform.world.now();
  Object.assign(issue, { state, stateReason, closedAt: state === 'closed' ? now : null, updatedAt: now });
  await publishThread(platform, issue, cause, { action: state === 'closed' ? 'closed' : 'reopened' });
}

/** The pull request or issue of this number. */
export function findThread(repository: Repository, number: number): Thread | undefined {
  return repository.pulls.get(number) ?? repository.issues.get(number);
}

/** Tells of a pull request as such, and of any other issue to hooks only: no workflow of ours listens to issues. */
export async function publishThread(
  platform: Platform,
  thread: Thread,
  cause: Cause,
  event: { readonly action: string; readonly [key: string]: unknown },
): Promise<void> {
  if ('head' in thread) {
    await publishPull(platform, thread, cause, event);
    return;
  }
  const { action, ...more } = event;
  platform.events.publish({
    name: 'issues',
    action,
    repository: thread.repository,
    payload: { issue: issueView(platform.world, thread), ...more },
    cause,
  });
}
