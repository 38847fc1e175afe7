import { Octokit } from '@octokit/rest';
import { type Patience, retryRequests } from './retry.ts';

export type ClientOptions = {
  /** Of a person, an App's installation or a job. */
  readonly token: string;
  /** The REST API's root, such as `https://ghe.example.com/api/v3`; github.com's where absent. */
  readonly apiUrl?: string;
  /** What sends; replaced in tests. */
  readonly fetch?: typeof fetch;
} & Patience;

/**
 * Octokit for one repository's stages: REST and GraphQL with one token, every request under a deadline and tried again
 * as retry.ts says.
 */
export function createOctokit({ token, apiUrl, fetch, ...patience }: ClientOptions): Octokit {
  if (!token) {
    throw new Error('there is no token to ask GitHub with, and strangers have few requests an hour');
  }
  const octokit = new Octokit({
    auth: token,
    userAgent: 'ghost-runner',
    log: SILENT,
    ...(apiUrl === undefined ? {} : { baseUrl: apiUrl }),
    ...(fetch === undefined ? {} : { request: { fetch } }),
  });
  retryRequests(octokit, patience);
  return octokit;
}

/** Failed requests are thrown; whether that is worth a line is for whoever catches them to say. */
export const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** A live count. */
export type RequestCounter = {
  /** Requests sent, each try counted. */
  readonly count: number;
  /** By route, such as `POST /repos/{owner}/{repo}/git/trees` or `GraphQL Snapshot`. */
  readonly byRoute: ReadonlyMap<string, number>;
  /** The most requests of which each began after another had ended: what cannot have run side by side. */
  readonly longestChain: number;
};

/** Counts what this client sends from now on. */
export function countRequests(octokit: Octokit): RequestCounter {
  const byRoute = new Map<string, number>();
  const seen = { count: 0, byRoute, longestChain: 0 };
  octokit.hook.wrap('request', async (request, options) => {
    const chainBefore = seen.longestChain;
    try {
      return await request(options);
    } finally {
      const tries = 1 + Number(options.request?.['retryCount'] ?? 0);
      const route = routeOf(options);
      seen.count += tries;
      byRoute.set(route, (byRoute.get(route) ?? 0) + tries);
      seen.longestChain = Math.max(seen.longestChain, chainBefore + tries);
    }
  });
  return seen;
}

/** Octokit keeps the route's template as its URL. All GraphQL goes to one URL, so operations go by their names. */
function routeOf(options: {
  readonly method: string;
  readonly url: string;
  readonly query?: unknown;
}): string {
  if (typeof options.query !== 'string') return `${options.method} ${options.url}`;
  return `GraphQL ${/^\s*(?:query|mutation)\s+(\w+)/.exec(options.query)?.[1] ?? 'unnamed'}`;
}
