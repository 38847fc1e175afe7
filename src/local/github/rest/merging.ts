import { z } from 'zod';
import { readBody } from '../http/body.ts';
import { noContent, notFound, ok, type Reply } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import { mergePull } from '../operations/merge.ts';
import { findPull } from './pulls.ts';

export const mergeRoutes: readonly Route[] = [
  repositoryRoute('GET /repos/{owner}/{repo}/pulls/{pull_number}/merge', 'pull_requests:read', checkMerged),
  repositoryRoute('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', 'contents:write', merge),
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

async function merge(call: RepositoryCall): Promise<Reply> {
  const { sha, merge_method: method, commit_title: title, commit_message: message } = readBody(call, Merge);
  const plan = { sha, method, title, message };
  const merged = await mergePull(call.platform, findPull(call), plan, call.cause);
  return typeof merged === 'string'
    ? ok({ sha: merged, merged: true, message: 'Pull Request successfully merged' })
    : merged;
}
