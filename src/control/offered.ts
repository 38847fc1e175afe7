import { needsApproval } from '../record/approval.ts';
import type { PatchRecord } from '../record/record.ts';
import type { PatchVerb } from './verbs.ts';

/** What a button can ask for. */
export type OfferedVerb = Exclude<PatchVerb, 'status' | 'preview'>;

/** The verbs that make sense for a patch as it stands: those that the executor would not refuse at once. */
export function offeredVerbs(record: PatchRecord): readonly OfferedVerb[] {
  const { state, outcome, head } = record;
  if (state !== 'done') {
    return ['cancel'];
  }
  switch (outcome?.kind) {
    case 'opened':
    case 'updated':
      return needsApproval(record, head) ? ['approve', 'reject'] : ['reject'];
    case 'tests_failed':
      return outcome.pullRequest === undefined ? ['retry'] : ['retry', 'reject'];
    case 'merged':
      return ['revert'];
    case 'closed':
    case 'reverted':
    case 'superseded':
    case 'duplicate':
      return [];
    default:
      return ['retry'];
  }
}

/**
 * What whoever may approve a patch is to look at first, in sentences; empty where nobody is asked, and where the config
 * wants an approval for each patch and nothing else does.
 */
export function whyItWaits(record: PatchRecord): readonly string[] {
  return offeredVerbs(record).includes('approve') ? (record.plan?.reviews ?? []) : [];
}
