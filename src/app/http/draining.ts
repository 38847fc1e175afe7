import type { ApiParts } from './parts.ts';
import { RequestProblem } from './problem.ts';

/** Lets nothing new in once the server is about to end. */
export function refuseWhileDraining({ draining }: Pick<ApiParts, 'draining'>) {
  return async (_context: unknown, next: () => Promise<void>) => {
    if (draining.aborted) {
      throw new RequestProblem({
        status: 503,
        code: 'draining',
        detail: 'This server is about to end; send the request again in a moment.',
        retryAfterSeconds: 1,
      });
    }
    await next();
  };
}
