import type { ApplyContext } from '../context.ts';
import type { ControlContext } from '../control/context.ts';
import type { Kept, Sent } from '../control/dispatch.ts';
import type { Clock } from '../ports.ts';
import type { Store } from './store.ts';

/** What taking patches needs of the world. */
export type IntakeContext = {
  readonly store: Store;
  readonly clock: Clock;
  /** A repository that patches are for; null: the App is not installed there. Rejects where GitHub can't be asked. */
  target(repository: string): Promise<Target | null>;
};

export type Target = {
  /** Login under which GitHub will see what we send. */
  readonly login: string;
  /** Reading only: nothing is written before the dispatch. */
  readonly context: ApplyContext;
  /** For commands of people, and for looking at what only people ask for. */
  readonly control: ControlContext;
  /** Hands it to GitHub, unless that could begin only after `until`, when another process may be at it. */
  dispatch(patch: Kept & Pick<Sent, 'sentFor'>, until: Date): Promise<Dispatched>;
};

export type Dispatched =
  | { readonly ok: true }
  /** `final`: it would not be taken the next time either. */
  | {
      readonly ok: false;
      readonly final: boolean;
      readonly problem: string;
      /** GitHub refused it for a rate limit that ends then, and will take it after that. */
      readonly limitedUntil?: Date;
      /** GitHub may have taken it all the same, because not every request had a proper answer. */
      readonly unclear?: boolean;
    };
