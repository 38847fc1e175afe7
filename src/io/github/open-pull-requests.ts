import type { Octokit } from '@octokit/rest';
import type { OpenHead } from '../../stages/ports.ts';
import type { OpenPullRequestsAnswer } from './answers.ts';
import { ask } from './graphql.ts';
import { openPullRequestsQuery, type Place } from './snapshot-query.ts';

/** `whole`: no more are open than were looked at. */
export type OpenHeads = { readonly heads: readonly OpenHead[]; readonly whole: boolean };

/**
 * Open pull requests from branches of this repository that begin with `from`. `first` is the page that is known by now;
 * only where a repository has more open ones than fit on it, the other pages cost a request each.
 */
export async function readOpenPullRequests(
  octokit: Octokit,
  place: Place,
  { first, from }: { readonly first: OpenPullRequestsAnswer; readonly from: string },
): Promise<OpenHeads> {
  const heads: OpenHead[] = [];
  let page: OpenPullRequestsAnswer | undefined = first;
  for (let pages = 1; page !== undefined; pages += 1) {
    heads.push(...page.nodes.flatMap((node) => openHead(node, from)));
    const { hasNextPage, endCursor }: OpenPullRequestsAnswer['pageInfo'] = page.pageInfo;
    if (!hasNextPage || endCursor === null) break;
    if (pages >= MOST_PAGES) return { heads, whole: false };
    page = (await ask(octokit, openPullRequestsQuery(place, endCursor))).repository.open;
  }
  return { heads, whole: true };
}

/** A thousand. Anybody can open more than these, from forks. */
const MOST_PAGES = 10;

function openHead(
  { number, url, headRefName, isCrossRepository }: OpenPullRequestsAnswer['nodes'][number],
  from: string,
): readonly OpenHead[] {
  return isCrossRepository || !headRefName.startsWith(from) ? [] : [{ number, url, branch: headRefName }];
}
