import type { Outcome } from '../../record/outcome.ts';
import type { Action } from './action.ts';
import type { Readable } from './facts.ts';

/** What the record of a patch says when this is done about it. undefined: nobody can tell before, or it has not ended. */
export function outcomeAfter({ record }: Readable, action: Action | undefined): Outcome | undefined {
  switch (action?.kind) {
    case 'settle':
      return action.outcome;
    case 'merged_again':
      return undefined;
    default:
      return record.outcome;
  }
}
