import { accountOf } from './account.ts';

/**
 * Keeps what one kind of work asks of GitHub below a share of what GitHub grants. GitHub counts for each account, in
 * however many of its repositories something happens.
 */
export type Pace = {
  /** Work on this repository took so many requests. */
  pay(repository: string, requests: number): void;
  /** Whether more may begin on a repository of that account. */
  isOpen(repository: string): boolean;
};

/** What is in milliseconds: how long one request is paid for, how far ahead one may be, and `now`, of a clock that is never put back. */
export function createPace(given: {
  readonly msPerRequest: number;
  readonly aheadMs: number;
  readonly now: () => number;
}): Pace {
  const { msPerRequest, aheadMs, now } = given;
  /** When the requests so far would be over at the pace that lasts. */
  const paid = new Map<string, number>();
  return {
    pay: (repository, requests) => {
      const account = accountOf(repository);
      paid.set(account, Math.max(paid.get(account) ?? 0, now()) + requests * msPerRequest);
    },
    isOpen: (repository) => (paid.get(accountOf(repository)) ?? 0) - aheadMs <= now(),
  };
}
