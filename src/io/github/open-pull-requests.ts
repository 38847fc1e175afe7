import type { Octokit } from '@octokit/rest';
import type { OpenHead } from '../../stages/ports.ts';
import type { OpenPullRequestsAnswer } from './answers.ts';
import { ask } from './graphql.ts';
import { openPullRequestsQuery, type Place } from './snapshot-query.ts';

/**
 * Open pull requests from branches of this repository that begin with `from`. `first` is the page that is known by now;
 * only where a repository has more open ones than fit on it, the other pages cost a request each.
 */
export async function readOpenPullRequests(
  octokit: Octokit,
  place: Place,
  { first, from }: { readonly first: OpenPullRequestsAnswer; readonly from: string },
): Promise<readonly OpenHead[]> {
  const found: OpenHead[] = [];
  let page: OpenPullRequestsAnswer | undefined = first;
  for (let pages = 1; page !== undefined; pages += 1) {
    found.push(...page.nodes.flatMap((node) => openHead(node, from)));
    const { hasNextPage, endCursor }: OpenPullRequestsAnswer['pageInfo'] = page.pageInfo;
    if (!hasNextPage || endCursor === null || pages >= MOST_PAGES) break;
    page = (await ask(octokit, openPullRequestsQuery(place, endCursor))).repository.open;
  }
  return found;
}

/** A thousand; who has more open than this does not look at one more of ours either way. */
const MOST_PAGES = 10;

function openHead(
  { number, url, headRefName, isCrossRepository }: OpenPullRequestsAnswer['nodes'][number],
  from: string,
): readonly OpenHead[] {
  return isCrossRepository || !headRefName.startsWith(from) ? [] : [{ number, url, branch: headRefName }];
}
