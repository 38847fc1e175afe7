import { findToken, readAppJwt, readAuthorization } from '../access/tokens.ts';
import type { World } from '../world.ts';
import type { Caller } from './caller.ts';
import { failure, Refused } from './reply.ts';

export const NOBODY: Caller = { token: null, app: null };

/** Who is asking. A token that is not known (any more) ends the request with 401, even where nobody needs one. */
export function authenticate(world: World, header: string | null): Caller {
  const value = readAuthorization(header);
  if (value === undefined) {
    return NOBODY;
  }
  const app = readAppJwt(world, value);
  if (app !== null) {
    if (typeof app === 'string') {
      throw new Refused(failure(401, app));
    }
    return { token: null, app };
  }
  const token = findToken(world, value);
  if (token === null) {
    throw new Refused(failure(401, 'Bad credentials'));
  }
  return { token, app: null };
}

export function loginOf({ token, app }: Caller): string | null {
  return token?.user.login ?? (app === null ? null : `app/${app.slug}`);
}
