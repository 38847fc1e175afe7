import type { Caller } from './caller.ts';

/** Requests per hour, by who asks. */
export type RateLimits = { readonly job: number; readonly token: number; readonly anonymous: number };

/** A job's token has few requests, shared by all jobs of the repository; the others are GitHub's documented ones. */
export const GITHUB_RATE_LIMITS: RateLimits = { job: 1000, token: 5000, anonymous: 60 };

export type RateState = {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
};

export type RateLimiter = {
  /** Counts one request of this caller. `exceeded`: it must be refused. */
  count(caller: Caller): { readonly state: RateState; readonly exceeded: boolean };
  peek(caller: Caller): RateState;
};

const WINDOW_SECONDS = 3600;
const MILLISECONDS = 1000;

export function createRateLimiter(limits: RateLimits, now: () => Date): RateLimiter {
  const windows = new Map<string, { used: number; reset: number }>();

  function openWindow(caller: Caller) {
    const key = windowKey(caller);
    const seconds = Math.floor(now().getTime() / MILLISECONDS);
    const known = windows.get(key);
    if (known !== undefined && known.reset > seconds) {
      return known;
    }
    const fresh = { used: 0, reset: seconds + WINDOW_SECONDS };
    windows.set(key, fresh);
    return fresh;
  }

  function describe(caller: Caller): RateState {
    const { used, reset } = openWindow(caller);
    const limit = limits[limitKind(caller)];
    return { limit, used: Math.min(used, limit), remaining: Math.max(0, limit - used), reset };
  }

  return {
    count(caller) {
      const window = openWindow(caller);
      window.used += 1;
      return { state: describe(caller), exceeded: window.used > limits[limitKind(caller)] };
    },
    peek: describe,
  };
}

function limitKind(caller: Caller): keyof RateLimits {
  if (caller.token?.kind === 'job') {
    return 'job';
  }
  return caller.token === null && caller.app === null ? 'anonymous' : 'token';
}

/** Those who share one limit. */
export function windowKey({ token, app }: Caller): string {
  if (token?.kind === 'job') {
    return `job ${[...(token.repositories ?? [])].join()}`;
  }
  if (token?.installation !== undefined) {
    return `installation ${token.installation.id}`;
  }
  return token === null ? `app ${app?.id ?? 'none'}` : `user ${token.user.id}`;
}
