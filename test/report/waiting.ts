import type { PatchRecord } from '../../src/record/record.ts';
import { OUTCOMES, patchRecord } from './views.ts';

/** A patch whose pull request waits for an approval, for these reasons. */
export function waitingRecord(reviews: readonly string[]): PatchRecord {
  return patchRecord({
    state: 'done',
    outcome: OUTCOMES.opened,
    head: 'a'.repeat(40),
    pullRequest: OUTCOMES.opened.pullRequest,
    approval: { required: true },
    plan: { changes: [], notes: [], labels: [], reviewers: [], draft: true, reviews },
  });
}

/** As many reasons about paths that would do something where they are not quoted. */
export function hostileReviews(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, at) => `A rule asks for a review of ${at}/<b>/<!channel>/\u202E${'&'.repeat(100)}.`,
  );
}
