import type { Need } from '../access/permissions.ts';
import type { App, Cause, Repository, Token, User } from '../model.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import type { RateState } from './rate-limit.ts';
import type { Reply } from './reply.ts';

export type Call = {
  readonly platform: Platform;
  readonly caller: Caller;
  readonly params: { readonly [name: string]: string };
  readonly query: URLSearchParams;
  /** Full URL of the request without its query, for links to other pages. */
  readonly url: string;
  readonly accept: string;
  /** The caller's limit, this request counted. */
  readonly rate: RateState;
  readonly rawBody: string;
};

export type RepositoryCall = Call & {
  readonly repository: Repository;
  /** The caller as the cause of events; on routes that write there is always a token. */
  readonly cause: Cause;
};

/** A route's key is its method and its path as GitHub's API description spells it. */
export type Route = { readonly key: string } & (
  | { readonly kind: 'open'; readonly handle: (call: Call) => Reply | Promise<Reply> }
  | { readonly kind: 'app'; readonly handle: (call: Call, app: App) => Reply | Promise<Reply> }
  | {
      readonly kind: 'user';
      readonly handle: (call: Call, user: User, token: Token) => Reply | Promise<Reply>;
    }
  | {
      readonly kind: 'repository';
      readonly need: Need;
      readonly handle: (call: RepositoryCall) => Reply | Promise<Reply>;
    }
);

type Handle<Kind extends Route['kind']> = Extract<Route, { kind: Kind }>['handle'];

/** Anybody may ask. */
export function openRoute(key: string, handle: Handle<'open'>): Route {
  return { key, kind: 'open', handle };
}

/** Only an App may ask, with its JWT. */
export function appRoute(key: string, handle: Handle<'app'>): Route {
  return { key, kind: 'app', handle };
}

/** Only the bearer of a token may ask. */
export function userRoute(key: string, handle: Handle<'user'>): Route {
  return { key, kind: 'user', handle };
}

/** Looks like `contents:read`, or `issues|pull_requests:write` where one of several scopes suffices. */
export type NeedText = `${string}:${'read' | 'write'}`;

export function repositoryRoute(key: string, need: NeedText, handle: Handle<'repository'>): Route {
  const [scopes = '', level] = need.split(':');
  return {
    key,
    kind: 'repository',
    need: { anyOf: scopes.split('|'), level: level === 'write' ? 'write' : 'read' },
    handle,
  };
}
