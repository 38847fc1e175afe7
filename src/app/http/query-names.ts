import type { MiddlewareHandler } from 'hono';
import { RequestProblem } from './problem.ts';

/**
 * Lets a request through whose query has each of these names once at most, and no other: who misspells one, such as
 * `dry_run`, asked for something else than what would be done.
 */
export function takeQuery(...names: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const query = Object.entries(context.req.queries());
    const unknown = query.find(([name]) => !names.includes(name))?.[0];
    const repeated = query.find(([, values]) => values.length > 1)?.[0];
    if (unknown !== undefined || repeated !== undefined) {
      const wrong = unknown === undefined ? 'A name stands more than once in' : 'There is an unknown name in';
      throw new RequestProblem({
        status: 400,
        code: 'malformed_request',
        detail: `${wrong} the query of the address; it takes ${names.length === 0 ? 'none' : `${LIST.format(names)}, each once`}.`,
      });
    }
    await next();
  };
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });
