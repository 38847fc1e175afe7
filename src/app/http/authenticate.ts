import type { Context, MiddlewareHandler } from 'hono';
import type { Token } from '../../stages/intake/store.ts';
import { hashSecret, isUsable } from '../sender-token.ts';
import type { ApiParts, Variables } from './parts.ts';
import { RequestProblem } from './problem.ts';

/** Lets only senders with a token through; the handler finds it under `token`. */
export function authenticate({ context: { store, clock } }: ApiParts): MiddlewareHandler<Variables> {
  return async (context, next) => {
    const header = context.req.header('authorization') ?? '';
    const secret = /^Bearer ([\w-]{1,200})$/i.exec(header)?.[1];
    // Only the hash is compared, so that how long it takes says nothing about a secret.
    const token = secret === undefined ? null : await store.tokens.find(hashSecret(secret));
    if (token === null || !isUsable(token, clock.now())) {
      throw new RequestProblem({
        status: 401,
        code: 'unauthorized',
        detail:
          'Send the header "Authorization: Bearer …" with a token that is known here and was not revoked; ghost-runner token makes one.',
      });
    }
    context.set('token', token);
    await next();
  };
}

/** Whether a token may still be used that was found when its request came; it may have ended or been revoked since. */
export async function isStillUsable(
  { context: { store, clock } }: ApiParts,
  { hash }: Token,
): Promise<boolean> {
  const token = await store.tokens.find(hash);
  return token !== null && isUsable(token, clock.now());
}

/** The repository that a request is about: the one it names, in the query or in its body, or the only one that its token is for. */
export function repositoryOf(context: Context<Variables>, inBody?: string): string {
  const token = context.get('token');
  const names = [context.req.query('repository'), inBody].flatMap((name) => name?.toLowerCase() ?? []);
  const [named, other = named] = names;
  if (other !== named) {
    throw new RequestProblem({
      status: 400,
      code: 'malformed_request',
      detail: 'The query names another repository than the body; name one of the two.',
    });
  }
  const [only, ...others] = token.repositories;
  if (named === undefined && only !== undefined && others.length === 0) {
    return only;
  }
  if (named === undefined) {
    throw new RequestProblem({
      status: 400,
      code: 'malformed_request',
      detail: `This token is for several repositories; say which one is meant, such as with ?repository=${only}.`,
    });
  }
  checkScope(token, named);
  return named;
}

/** All repositories that a listing is about. */
export function repositoriesOf(context: Context<Variables>): readonly string[] {
  return context.req.query('repository') === undefined
    ? context.get('token').repositories
    : [repositoryOf(context)];
}

function checkScope({ repositories }: Token, named: string): void {
  if (!repositories.includes(named)) {
    throw new RequestProblem({
      status: 403,
      code: 'forbidden',
      detail:
        'The token is not for the repository that was named; name one of its own, or get another token.',
    });
  }
}
