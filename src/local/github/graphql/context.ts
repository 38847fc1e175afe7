import type { Caller } from '../http/caller.ts';
import type { RateState } from '../http/rate-limit.ts';
import type { Cause } from '../model.ts';
import type { Platform } from '../platform.ts';

/** What resolvers are given beside their arguments. GraphQL always has a token. */
export type GraphContext = {
  readonly platform: Platform;
  readonly caller: Caller;
  readonly cause: Cause;
  readonly rate: RateState;
};
