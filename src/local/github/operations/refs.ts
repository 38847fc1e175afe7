import { grants } from '../access/permissions.ts';
import { comparePull } from '../git/compare-pull.ts';
import { readCommit } from '../git/objects.ts';
import {
  isAncestor,
  type RefChange,
  type RefProblem,
  type RefUpdate,
  updateRefs,
  ZERO_OID,
} from '../git/refs.ts';
import { findChangedWorkflow, formatWorkflowRefusal } from '../git/workflow-guard.ts';
import type { Cause, PullRequest, Repository } from '../model.ts';
import type { Platform } from '../platform.ts';
import { pullRequestView } from '../views/pull-request.ts';
import { publishPush } from './push-event.ts';

export type MoveResult =
  | { readonly ok: true; readonly changes: readonly RefChange[] }
  | {
      readonly ok: false;
      readonly problem:
        | RefProblem
        | { readonly kind: 'workflow'; readonly ref: string; readonly detail: string };
    };

/** Moves refs as the caller, all or none, and tells everybody. */
export async function moveRefs(
  platform: Platform,
  repository: Repository,
  updates: readonly RefUpdate[],
  cause: Cause,
): Promise<MoveResult> {
  const refusal = await findWorkflowRefusal(repository, updates, cause);
  if (refusal !== null) {
    return { ok: false, problem: refusal };
  }
  const result = await updateRefs(repository.store, updates);
  if (result.ok) {
    await announceMoves(platform, repository, result.changes, cause);
  }
  return result;
}

async function findWorkflowRefusal(repository: Repository, updates: readonly RefUpdate[], cause: Cause) {
  if (cause.token === null || mayChangeWorkflows(cause)) {
    return null;
  }
  for (const { ref, before, after } of updates) {
    const current = before ?? (await readCommit(repository.store, ref))?.oid ?? ZERO_OID;
    const path = await findChangedWorkflow(repository.store, { ref, before: current, after });
    if (path !== null) {
      return { kind: 'workflow' as const, ref, detail: formatWorkflowRefusal(path, cause.token.kind) };
    }
  }
  return null;
}

export function mayChangeWorkflows(cause: Cause): boolean {
  return cause.token !== null && grants(cause.token.permissions, 'workflows', 'write');
}

/** What follows from refs that have moved: pull requests follow their branches, hooks and workflows hear of it. */
export async function announceMoves(
  platform: Platform,
  repository: Repository,
  changes: readonly RefChange[],
  cause: Cause,
): Promise<void> {
  if (changes.length === 0) {
    return;
  }
  repository.pushedAt = platform.world.now();
  for (const change of changes) {
    await publishPush(platform, repository, change, cause);
    for (const pull of repository.pulls.values()) {
      await followBranch(platform, pull, change, cause);
    }
  }
}

async function followBranch(
  platform: Platform,
  pull: PullRequest,
  change: RefChange,
  cause: Cause,
): Promise<void> {
  if (pull.state === 'closed') {
    return;
  }
  if (change.ref === `refs/heads/${pull.base}` && change.after !== ZERO_OID) {
    pull.baseSha = change.after;
    if (await isAncestor(pull.repository.store, pull.headSha, change.after)) {
      pull.merged = { at: platform.world.now(), by: cause.user, sha: change.after };
      await closePull(platform, pull, cause);
    }
    return;
  }
  if (change.ref !== `refs/heads/${pull.head}`) {
    return;
  }
  if (change.after === ZERO_OID) {
    await closePull(platform, pull, cause);
    return;
  }
  await setPullHead(pull, change.after);
  pull.updatedAt = platform.world.now();
  await publishPull(platform, pull, cause, {
    action: 'synchronize',
    before: change.before,
    after: change.after,
  });
}

/** Remembers the head, and lets `refs/pull/<number>/head` point at it. */
export async function setPullHead(pull: PullRequest, sha: string): Promise<void> {
  pull.headSha = sha;
  await updateRefs(pull.repository.store, [
    { ref: `refs/pull/${pull.number}/head`, after: sha, force: true },
  ]);
}

export async function closePull(platform: Platform, pull: PullRequest, cause: Cause): Promise<void> {
  const now = platform.world.now();
  pull.state = 'closed';
  pull.closedAt = now;
  pull.updatedAt = now;
  await publishPull(platform, pull, cause, { action: 'closed' });
}

/**
 * Workflows of a pull request are read from its head. Of one that conflicts with its base there is no merge commit to
 * run them on, so none run, whatever happened to it.
 */
export async function publishPull(
  platform: Platform,
  pull: PullRequest,
  cause: Cause,
  event: { readonly action: string; readonly [key: string]: unknown },
): Promise<void> {
  const { action, ...more } = event;
  platform.events.publish({
    name: 'pull_request',
    action,
    repository: pull.repository,
    payload: { number: pull.number, pull_request: await pullRequestView(platform.world, pull), ...more },
    cause,
    ...((await hasMergeCommit(pull))
      ? { workflows: { ref: `refs/pull/${pull.number}/merge`, sha: pull.headSha } }
      : {}),
  });
}

async function hasMergeCommit(pull: PullRequest): Promise<boolean> {
  if (pull.merged !== null) {
    return true;
  }
  return (await comparePull(pull.repository.store, pull.baseSha, pull.headSha)).mergeable;
}
