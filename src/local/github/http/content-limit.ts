/** How much content one account may make: pull requests, comments, requests for reviews. */
export type ContentLimits = { readonly perMinute: number; readonly perHour: number };

/** As GitHub documents them. */
export const GITHUB_CONTENT_LIMITS: ContentLimits = { perMinute: 80, perHour: 500 };

/** Seconds until one more may be made; 0: it was counted. What is refused does not count. */
export type ContentLimiter = (account: string) => number;

/** Counts the last minute and the last hour, whenever one looks, so that no border between spans allows twice as much. */
export function createContentLimiter(limits: ContentLimits, now: () => number): ContentLimiter {
  const made = new Map<string, number[]>();
  return (account) => {
    const at = now();
    const times = (made.get(account) ?? []).filter((time) => time > at - HOUR);
    const opensAt = Math.max(opening(times, limits.perMinute, MINUTE), opening(times, limits.perHour, HOUR));
    if (opensAt <= at) {
      times.push(at);
    }
    made.set(account, times);
    return Math.max(0, Math.ceil((opensAt - at) / SECOND));
  };
}

/** When the oldest of so many is so old that there is room for another; 0: there is room now. */
function opening(times: readonly number[], most: number, span: number): number {
  const oldest = times.at(-most);
  return oldest === undefined ? 0 : oldest + span;
}

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Requests that make what others are told of. GitHub does not say which ones it counts; these are the certain ones. */
export function makesContent(route: string, query: string): boolean {
  return CONTENT_ROUTES.has(route) || (route === 'GraphQL' && CONTENT_MUTATIONS.test(query));
}

const CONTENT_ROUTES: ReadonlySet<string> = new Set([
  'POST /repos/{owner}/{repo}/pulls',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
]);

const CONTENT_MUTATIONS = /\brequestReviews\b/;
