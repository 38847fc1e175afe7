import type { Outcome } from '../../record/outcome.ts';
import { recordRef } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import type { ControlContext } from './context.ts';
import { wholeSecond } from './log-since.ts';

/**
 * When the record of a patch has said last that it ended in a wanted way, ISO 8601, since a moment in milliseconds since
 * 1970. Both times are GitHub's. null: it has not, or not within the last steps. What people changed before anybody wrote
 * that down is not known.
 */
export async function findOutcomeSince(
  { ledger }: Pick<ControlContext, 'ledger'>,
  { id, since }: { readonly id: string; readonly since: number },
  isWanted: (outcome: Outcome) => boolean,
): Promise<string | null> {
  const steps = await ledger.history(recordRef(id), MOST_STEPS);
  const found = steps
    .filter(({ committedAt }) => Date.parse(committedAt) >= wholeSecond(since))
    .find(({ message }) => {
      const parsed = parseRecord(message);
      return parsed.ok && parsed.record.outcome !== undefined && isWanted(parsed.record.outcome);
    });
  return found?.committedAt ?? null;
}

/** One request; an attempt takes four or five. */
const MOST_STEPS = 100;
