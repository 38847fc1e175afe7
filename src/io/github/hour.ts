import type { Octokit } from '@octokit/rest';
import { headerOf } from './failure.ts';

/**
 * Gives the share of the requests that GitHub grants this client's token in an hour which is left, from 0 to 1, as the
 * answers say that come from now on. Of several kinds of requests the one counts of which the least is left; null: no
 * answer said it, as where a GitHub of one's own has no limits.
 */
export function watchHour(octokit: Octokit): () => number | null {
  const left = new Map<string, number>();
  const note = (answer: unknown) => {
    const granted = Number(headerOf(answer, 'x-ratelimit-limit'));
    const share = Number(headerOf(answer, 'x-ratelimit-remaining')) / granted;
    if (granted > 0 && share >= 0) {
      left.set(headerOf(answer, 'x-ratelimit-resource') ?? '', share);
    }
  };
  octokit.hook.after('request', (response) => note({ response }));
  octokit.hook.error('request', (error) => {
    note(error);
    throw error;
  });
  return () => (left.size === 0 ? null : Math.min(...left.values()));
}
