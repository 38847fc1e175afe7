import { findMergeBase } from '../git/diff.ts';
import { readCommit } from '../git/objects.ts';
import { type FieldError, failure, invalid, type Reply } from '../http/reply.ts';
import type { Cause, PullRequest, Repository, User } from '../model.ts';
import type { Platform } from '../platform.ts';
import { userView } from '../views/user.ts';
import { publishPull, setPullHead } from './refs.ts';

/** GitHub cuts nothing off: longer bodies are refused. Characters. */
const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 256;

export type PullRequestPlan = {
  readonly title: string;
  readonly body: string | null;
  /** Branch, or `owner:branch`. */
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
};

/** Opens a pull request, or gives GitHub's reason not to. */
export async function openPull(
  platform: Platform,
  repository: Repository,
  plan: PullRequestPlan,
  cause: Cause,
): Promise<PullRequest | Reply> {
  const head = plan.head.replace(`${repository.owner.login}:`, '');
  const [headSha, baseSha] = await Promise.all(
    [head, plan.base].map((branch) => branchHead(repository, branch)),
  );
  // From the last check to the entry in the list nothing else can get in between, so racing requests for one branch give one.
  const refusal =
    findSettingRefusal(repository, plan, cause) ??
    (await findPullProblem(repository, { ...plan, headSha, baseSha })) ??
    findOpenTwin(repository, { head, base: plan.base });
  if (refusal !== null) {
    return refusal;
  }
  const { world } = platform;
  repository.lastNumber += 1;
  const now = world.now();
  const pull: PullRequest = {
    id: world.nextId(),
    number: repository.lastNumber,
    repository,
    author: cause.user,
    head,
    base: plan.base,
    title: plan.title,
    body: plan.body,
    state: 'open',
    draft: plan.draft,
    headSha: headSha ?? '',
    baseSha: baseSha ?? '',
    labels: [],
    reviewers: [],
    comments: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    merged: null,
  };
  repository.pulls.set(pull.number, pull);
  await setPullHead(pull, pull.headSha);
  await publishPull(platform, pull, cause, { action: 'opened' });
  return pull;
}

function findSettingRefusal(repository: Repository, plan: PullRequestPlan, cause: Cause): Reply | null {
  if (cause.token?.kind === 'job' && !repository.actionsMayCreatePullRequests) {
    return failure(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  }
  return plan.draft && !repository.drafts
    ? failure(422, 'Draft pull requests are not supported in this repository.')
    : null;
}

type Ends = { readonly headSha: string | null | undefined; readonly baseSha: string | null | undefined };

async function findPullProblem(repository: Repository, plan: PullRequestPlan & Ends): Promise<Reply | null> {
  const text = findTextProblem(plan);
  if (text !== null) {
    return invalid({ resource: 'PullRequest', ...text });
  }
  const { headSha, baseSha } = plan;
  if (!headSha || !baseSha) {
    return invalid({ resource: 'PullRequest', field: headSha ? 'base' : 'head', code: 'invalid' });
  }
  if ((await findMergeBase(repository.store, baseSha, headSha)) === headSha) {
    return customProblem(`No commits between ${plan.base} and ${plan.head}`);
  }
  return null;
}

/** GitHub lets one be open from each head onto each base. */
export function findOpenTwin(
  repository: Repository,
  branches: Pick<PullRequestPlan, 'head' | 'base'>,
): Reply | null {
  const twin = [...repository.pulls.values()].find(
    ({ state, head, base }) => state === 'open' && head === branches.head && base === branches.base,
  );
  return twin === undefined
    ? null
    : customProblem(`A pull request already exists for ${repository.owner.login}:${branches.head}.`);
}

function customProblem(message: string): Reply {
  return invalid({ resource: 'PullRequest', code: 'custom', message });
}

/** What is wrong with a title or body; null: nothing. */
export function findTextProblem(text: {
  readonly title?: string | undefined;
  readonly body?: string | null | undefined;
}): Omit<FieldError, 'resource'> | null {
  if (text.title?.trim() === '') {
    return { field: 'title', code: 'missing_field' };
  }
  if ((text.title ?? '').length > LONGEST_TITLE) {
    return {
      field: 'title',
      code: 'custom',
      message: `title is too long (maximum is ${LONGEST_TITLE} characters)`,
    };
  }
  if ((text.body ?? '').length > LONGEST_BODY) {
    return {
      field: 'body',
      code: 'custom',
      message: `body is too long (maximum is ${LONGEST_BODY} characters)`,
    };
  }
  return null;
}

export async function branchHead(repository: Repository, branch: string): Promise<string | null> {
  return (await readCommit(repository.store, `refs/heads/${branch}`))?.oid ?? null;
}

/** Asks people for a review, or says why GitHub does not. */
export async function requestReviews(
  platform: Platform,
  pull: PullRequest,
  reviewers: readonly (User | undefined)[],
  cause: Cause,
): Promise<string | null> {
  if (reviewers.includes(pull.author)) {
    return 'Review cannot be requested from pull request author.';
  }
  const known = reviewers.filter(
    (user) => user !== undefined && pull.repository.collaborators.has(user.login),
  );
  if (known.length < reviewers.length) {
    return 'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.';
  }
  for (const reviewer of known) {
    if (reviewer !== undefined && !pull.reviewers.includes(reviewer)) {
      pull.reviewers.push(reviewer);
      const requested = {
        action: 'review_requested',
        requested_reviewer: userView(platform.world, reviewer),
      };
      await publishPull(platform, pull, cause, requested);
    }
  }
  return null;
}

/** Changes the draft flag; false: the repository has no drafts. */
export async function setDraft(
  platform: Platform,
  pull: PullRequest,
  draft: boolean,
  cause: Cause,
): Promise<boolean> {
  if (draft && !pull.repository.drafts) {
    return false;
  }
  if (pull.draft !== draft) {
    pull.draft = draft;
    pull.updatedAt = platform.world.now();
    await publishPull(platform, pull, cause, { action: draft ? 'converted_to_draft' : 'ready_for_review' });
  }
  return true;
}

/** false: it was merged, or its branch is gone. */
export async function reopenPull(platform: Platform, pull: PullRequest, cause: Cause): Promise<boolean> {
  const head = await branchHead(pull.repository, pull.head);
  if (pull.merged !== null || head === null) {
    return false;
  }
  Object.assign(pull, { state: 'open', closedAt: null, headSha: head, updatedAt: platform.world.now() });
  await publishPull(platform, pull, cause, { action: 'reopened' });
  return true;
}
