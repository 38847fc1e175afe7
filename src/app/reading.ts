import type { Clock, Repository } from '../stages/ports.ts';

/** Where repositories are only looked into. */
export type Reading = {
  readonly clock: Clock;
  /** null: the App is not installed there. */
  target(
    repository: string,
  ): Promise<{ readonly context: { readonly repository: Pick<Repository, 'read'> } } | null>;
};
