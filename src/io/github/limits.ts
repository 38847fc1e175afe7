import { graphqlFailures, headerOf, messageOf, property, statusOf } from './failure.ts';

/**
 * GitHub asks to wait for longer than there is time for. This try has done nothing; without a cause it was not even sent.
 * `unclear`: an earlier try of the same request had no proper answer, and may have been done.
 */
export class RateLimited extends Error {
  readonly until: Date;
  readonly unclear: boolean;

  constructor(until: Date, { unclear, ...options }: ErrorOptions & { readonly unclear: boolean }) {
    const said = options.cause === undefined ? '' : ` (${messageOf(options.cause)})`;
    super(`GitHub's rate limit holds until ${until.toISOString()}${said}`, options);
    this.name = 'RateLimited';
    this.until = until;
    this.unclear = unclear;
  }
}

/**
 * What one account is told of GitHub's limits, shared by all who send with its token: whoever is refused speaks for the
 * others, and nobody knocks while it is known to be in vain.
 */
export type Gate = {
  /** When GitHub takes requests again, in milliseconds since 1970; past where nothing was refused. */
  opensAt: number;
};

export function createGate(): Gate {
  return { opensAt: 0 };
}

/** When the gate opens, where it is closed now; 0: it is open. */
export function closedUntil({ opensAt }: Gate, now: number): number {
  // What lies further ahead was noted before the clock was put back.
  return opensAt > now && opensAt <= now + LONGEST_LIMIT ? opensAt : 0;
}

/** Milliseconds that GitHub asks to wait after this refusal; null: it was not refused for a limit. */
export function limitOfRefusal(thrown: unknown, now: number): number | null {
  const status = statusOf(thrown);
  if (status === null) return isLimitedGraphql(thrown) ? UNTOLD_LIMIT : null;
  const told = LIMITING.has(status) ? toldLimit(thrown, now) : null;
  const limited = status === 429 || SECONDARY_LIMIT.test(messageOf(thrown));
  return told ?? (limited ? UNTOLD_LIMIT : null);
}

/** The same of an answer that Octokit takes for a success: GraphQL tells of limits with status 200. */
export function limitOfAnswer(response: { readonly data: unknown }, now: number): number | null {
  return isLimitedGraphql(response.data) ? (toldLimit({ response }, now) ?? UNTOLD_LIMIT) : null;
}

function isLimitedGraphql(answer: unknown): boolean {
  return graphqlFailures(answer).some(
    ({ type, message }) => type === 'RATE_LIMITED' || SECONDARY_LIMIT.test(message),
  );
}

/** Milliseconds that the headers of the answer say to wait; null: they don't, or not so that it can be read. */
function toldLimit(failure: unknown, now: number): number | null {
  const retryAfter = headerOf(failure, 'retry-after');
  const told = retryAfter === undefined ? untilReset(failure, now) : parseRetryAfter(retryAfter, now);
  return Number.isFinite(told) ? Math.min(Math.max(0, told), LONGEST_LIMIT) : null;
}

/** Milliseconds; GitHub's own limits last an hour, and clocks differ. Whoever is told more asks again by then. */
const LONGEST_LIMIT = 3_660_000;

/** Proxies in front of GitHub may give a date where GitHub gives seconds. */
function parseRetryAfter(value: string, now: number): number {
  return /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
}

function untilReset(failure: unknown, now: number): number {
  if (headerOf(failure, 'x-ratelimit-remaining') !== '0') return Number.NaN;
  return Number(headerOf(failure, 'x-ratelimit-reset')) * 1000 - now;
}

/** Statuses with which GitHub refuses for a limit. */
const LIMITING: ReadonlySet<number> = new Set([403, 429]);

/** With what GitHub's own words begin. Further on they may repeat what a patch says, such as the name of a reviewer. */
const SECONDARY_LIMIT = /^You have (?:exceeded a secondary rate limit|triggered an abuse detection)/i;

/** Milliseconds to wait out a limit that does not say how long it lasts, as GitHub's documentation asks. */
const UNTOLD_LIMIT = 60_000;

/** The limit that a failure or what caused it tells of; null: it tells of none. */
export function limitIn(failure: unknown): RateLimited | null {
  for (let cause = failure, depth = 0; cause !== undefined && depth < DEEPEST_CAUSE; depth += 1) {
    if (cause instanceof RateLimited) return cause;
    cause = property(cause, 'cause');
  }
  return null;
}

/** What wraps an error of GitHub's client adds one cause or two. */
const DEEPEST_CAUSE = 4;
