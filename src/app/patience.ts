import { setTimeout as delay } from 'node:timers/promises';

/** Waiting that ends sooner where others need the place. */
export type Patience = {
  /** Resolves after so many seconds, or when it has given way; what waits looks once more then, and says what it has seen. */
  readonly wait: (seconds: number) => Promise<void>;
  readonly isWaiting: () => boolean;
  readonly hasGivenWay: () => boolean;
  /** From now on nothing is waited for. */
  readonly giveWay: () => void;
};

/** Aborting `draining` ends all of them, as it ends the server. */
export function createPatience(draining: AbortSignal): Patience {
  const ended = new AbortController();
  const signal = AbortSignal.any([draining, ended.signal]);
  let waits = 0;
  return {
    wait: async (seconds) => {
      waits += 1;
      await delay(seconds * 1000, undefined, { signal }).catch(() => undefined);
      waits -= 1;
    },
    isWaiting: () => waits > 0,
    hasGivenWay: () => ended.signal.aborted,
    giveWay: () => ended.abort(),
  };
}
