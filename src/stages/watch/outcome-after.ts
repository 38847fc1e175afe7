import type { Outcome } from '../../record/outcome.ts';
import type { Action } from './action.ts';
import type { Readable } from './facts.ts';

/**
 * What the record of a patch says when this is done about it. undefined: it has not ended, or the end that it gets stands
 * in its history, which is read only when that is done. Either way nothing rests on its end in this pass; the next one
 * reads it.
 */
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
