import { z } from 'zod';
import type { Person } from '../git/format.ts';
import { mergeTrees } from '../git/merge.ts';
import { readCommit, writeCommit } from '../git/objects.ts';
import { readBody } from '../http/body.ts';
import { failure, noContent, notFound, ok, type Reply } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import type { PullRequest } from '../model.ts';
import { closePull, moveRefs } from '../operations/refs.ts';
import { identityOf } from './git-objects.ts';
import { findPull } from './pulls.ts';

export const mergeRoutes: readonly Route[] = [
  repositoryRoute('GET /repos/{owner}/{repo}/pulls/{pull_number}/merge', 'pull_requests:read', checkMerged),
  repositoryRoute('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', 'contents:write', mergePull),
];

function checkMerged(call: RepositoryCall): Reply {
  return findPull(call).merged === null ? notFound() : noContent();
}

const Merge = z.object({
  sha: z.string().optional(),
  merge_method: z.enum(['merge', 'squash', 'rebase']).default('merge'),
  commit_title: z.string().optional(),
  commit_message: z.string().optional(),
});

type MergeRequest = z.output<typeof Merge>;

async function mergePull(call: RepositoryCall): Promise<Reply> {
  const { platform, repository, cause } = call;
  const pull = findPull(call);
  const request = readBody(call, Merge);
  const refusal = findMergeRefusal(pull, request);
  if (refusal !== null) {
    return refusal;
  }
  const tree = await mergeTrees(repository.store, pull.baseSha, pull.headSha);
  if (tree === null) {
    return failure(405, 'Pull Request is not mergeable');
  }
  const sha = await writeMergeCommit(call, pull, { request, tree });
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
  return ok({ sha, merged: true, message: 'Pull Request successfully merged' });
}

function findMergeRefusal(pull: PullRequest, request: MergeRequest): Reply | null {
  if (pull.state === 'closed' || pull.draft) {
    return failure(405, pull.draft ? 'Pull Request is still a draft' : 'Pull Request is not mergeable');
  }
  if (request.sha !== undefined && request.sha !== pull.headSha) {
    return failure(409, 'Head branch was modified. Review and try the merge again.');
  }
  // As in a repository whose settings do not allow it.
  return request.merge_method === 'rebase'
    ? failure(405, 'Rebase merges are not allowed on this repository.')
    : null;
}

async function writeMergeCommit(
  call: RepositoryCall,
  pull: PullRequest,
  merge: { readonly request: MergeRequest; readonly tree: string },
): Promise<string> {
  const { platform, repository, cause } = call;
  const { request, tree } = merge;
  const squash = request.merge_method === 'squash';
  const person: Person = { ...identityOf(cause.user), date: platform.world.now() };
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
    message: `${request.commit_title ?? title}\n\n${request.commit_message ?? text}`,
  });
}
