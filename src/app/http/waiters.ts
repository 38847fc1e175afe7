import { createShares } from './shares.ts';

/** How many requests of each token, and of all, stay open at once. */
export type Waiters = {
  /** Gives the function that leaves again; throws a problem where there are too many already. */
  enter(token: string): () => void;
};

export function createWaiters(): Waiters {
  const shares = createShares({
    ofOne: MAX_OF_ONE,
    ofAll: MAX_OF_ALL,
    detail: 'Too many requests wait already; end some of them, or ask again a little later.',
  });
  return { enter: (token) => shares.take(token, 1) };
}

/** Open requests of one token. */
const MAX_OF_ONE = 50;

/** Open requests in all; each holds a connection. */
const MAX_OF_ALL = 1_000;
