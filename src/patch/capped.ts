import { MAX_REFUSALS } from './limits.ts';
import type { Refusal } from './refusal.ts';

/** At most MAX_REFUSALS entries; when there were more, the last entry says how many are not listed. */
export function cappedRefusals(refusals: readonly Refusal[]): readonly Refusal[] {
  const first = refusals[MAX_REFUSALS - 1];
  if (refusals.length <= MAX_REFUSALS || first === undefined) return refusals;
  const unlisted = refusals.length - MAX_REFUSALS + 1;
  const rest: Refusal = {
    code: first.code,
    message: `${unlisted} more problems of this patch are not listed. Correct those above and send it again.`,
    data: { unlisted },
  };
  return [...refusals.slice(0, MAX_REFUSALS - 1), rest];
}
