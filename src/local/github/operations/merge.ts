import type { Person } from '../git/format.ts';
import { mergeTrees } from '../git/merge.ts';
import { readCommit, writeCommit } from '../git/objects.ts';
import { failure, type Reply } from '../http/reply.ts';
import type { Cause, PullRequest } from '../model.ts';
import type { Platform } from '../platform.ts';
import { userEmail } from '../world.ts';
import { closePull, moveRefs } from './refs.ts';

export type MergePlan = {
  /** Where given, the head must be this one. */
  readonly sha?: string | undefined;
  readonly method: 'merge' | 'squash' | 'rebase';
  readonly title?: string | undefined;
  readonly message?: string | undefined;
};

/** Merges it into its base and gives the new commit there, or GitHub's reason not to. */
export async function mergePull(
  platform: Platform,
  pull: PullRequest,
  plan: MergePlan,
  cause: Cause,
): Promise<string | Reply> {
  const { repository } = pull;
  const refusal = findMergeRefusal(pull, plan);
  if (refusal !== null) {
    return refusal;
  }
  const tree = await mergeTrees(repository.store, pull.baseSha, pull.headSha);
  if (tree === null) {
    return failure(405, 'Pull Request is not mergeable');
  }
  const sha = await writeMergeCommit(pull, { plan, tree, person: personOf(platform, cause) });
  const move = { ref: `refs/heads/${pull.base}`, before: pull.baseSha, after: sha, force: false };
  const moved = await moveRefs(platform, repository, [move], cause);
  if (!moved.ok) {
    return failure(409, 'Base branch was modified. Review and try the merge again.');
  }
  // A merge that holds the branch's commits has closed it by moving the base; a squash has not.
  if (pull.merged === null) {
    pull.merged = { at: platform.world.now(), by: cause.user, sha };
    await closePull(platform, pull, cause);
  }
  return sha;
}

function findMergeRefusal(pull: PullRequest, plan: MergePlan): Reply | null {
  if (pull.state === 'closed' || pull.draft) {
    return failure(405, pull.draft ? 'Pull Request is still a draft' : 'Pull Request is not mergeable');
  }
  if (plan.sha !== undefined && plan.sha !== pull.headSha) {
    return failure(409, 'Head branch was modified. Review and try the merge again.');
  }
  // As in a repository whose settings do not allow it.
  return plan.method === 'rebase' ? failure(405, 'Rebase merges are not allowed on this repository.') : null;
}

function personOf(platform: Platform, { user }: Cause): Person {
  return { name: user.login, email: userEmail(user), date: platform.world.now() };
}

async function writeMergeCommit(
  pull: PullRequest,
  merge: { readonly plan: MergePlan; readonly tree: string; readonly person: Person },
): Promise<string> {
  const { repository } = pull;
  const { plan, tree, person } = merge;
  const squash = plan.method === 'squash';
  const title = squash
    ? `${pull.title} (#${pull.number})`
    : `Merge pull request #${pull.number} from ${repository.owner.login}/${pull.head}`;
  const head = await readCommit(repository.store, pull.headSha);
  const text = squash ? (head?.message ?? '') : pull.title;
  return writeCommit(repository.store, {
    tree,
    parents: squash ? [pull.baseSha] : [pull.baseSha, pull.headSha],
    author: person,
    committer: person,
    message: `${plan.title ?? title}\n\n${plan.message ?? text}`,
  });
}
