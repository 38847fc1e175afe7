import {
  type ContentLimits,
  createContentLimiter,
  GITHUB_CONTENT_LIMITS,
} from '../../src/local/github/http/content-limit.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How much longer than the limit itself it may take until everything has got through. */
export const TOLERANCE = 1.2;

/** GitHub as far as its limit on content goes; every request makes some. */
export function createLimitedGitHub(
  time: VirtualTime,
  options: { readonly limits?: ContentLimits; readonly answer?: () => Response } = {},
) {
  const limits = options.limits ?? GITHUB_CONTENT_LIMITS;
  const limiter = createContentLimiter(limits, time.now);
  const counts = { made: 0, refused: 0 };
  const made = () => json(201, { made: counts.made });
  const answer = (): Response => {
    const wait = limiter('one account');
    if (wait === 0) {
      counts.made += 1;
      return (options.answer ?? made)();
    }
    counts.refused += 1;
    const message = 'You have exceeded a secondary rate limit.';
    return json(403, { message }, { 'retry-after': String(wait) });
  };
  const send: typeof fetch = () => Promise.resolve(answer());
  return { counts, send };
}

function json(status: number, body: unknown, headers: { readonly [name: string]: string } = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** Seconds that the limit itself takes for so many, in the best order. */
export function bound(count: number, { perMinute, perHour }: ContentLimits): number {
  const inHour = (left: number) => Math.floor((left - 1) / perMinute) * 60;
  const hours = Math.floor((count - 1) / perHour);
  return hours * 3600 + inHour(count - hours * perHour);
}
