import { judgeAccess, type Need } from '../access/permissions.ts';
import { inaccessibleMessage } from '../graphql/refusal.ts';
import type { Cause, Repository, Token } from '../model.ts';

import { actionsBot, findRepository } from '../world.ts';
import { failure, notFound, Refused, type Reply } from './reply.ts';
import type { Call, Route } from './route.ts';

/** Runs a route when the caller may. */
export function dispatch(route: Route, call: Call): Reply | Promise<Reply> {
  switch (route.kind) {
    case 'open':
      return route.handle(call);
    case 'app':
      return call.caller.app === null
        ? failure(401, 'A JSON web token could not be decoded')
        : route.handle(call, call.caller.app);
    case 'user':
      return call.caller.token === null
        ? failure(401, 'Requires authentication')
        : route.handle(call, call.caller.token.user, call.caller.token);
    case 'repository': {
      const repository = admit(route, call);
      return route.handle({ ...call, repository, cause: causeOf(call) });
    }
  }
}

function admit(route: Extract<Route, { kind: 'repository' }>, call: Call): Repository {
  const { token } = call.caller;
  const repository = findRepository(call.platform.world, `${call.params['owner']}/${call.params['repo']}`);
  if (repository === undefined) {
    throw new Refused(notFound());
  }
  const verdict = judgeAccess(token, repository, route.need);
  switch (verdict) {
    case 'yes':
      return repository;
    case 'not_found':
      throw new Refused(notFound());
    case 'not_authenticated':
      // To nobody, GitHub shows a private repository as absent, and asks for a token to write to a public one.
      throw new Refused(repository.private ? notFound() : failure(401, 'Requires authentication'));
    case 'not_accessible':
      throw new Refused(notAccessible(token, route.need));
  }
}

function notAccessible(token: Token | null, { anyOf, level }: Need): Reply {
  return {
    ...failure(403, inaccessibleMessage(token?.kind)),
    headers: { 'x-accepted-github-permissions': anyOf.map((scope) => `${scope}=${level}`).join('; ') },
  };
}

/** Reading leaves no trace, so it does not matter in whose name nobody reads. */
function causeOf({ caller, platform }: Call): Cause {
  return { user: caller.token?.user ?? actionsBot(platform.world), token: caller.token };
}
