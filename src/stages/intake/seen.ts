import type { Outcome } from '../../record/outcome.ts';
import type { PatchRecord } from '../../record/record.ts';
import type { AdoptedPatch } from './board.ts';
import type { PatchName, SeenRecord } from './store.ts';

/** What the index keeps of a record, so that a list of patches needs no request to GitHub. */
export function seenRecord(
  record: PatchRecord,
  found: { readonly oid: string; readonly at: string },
): SeenRecord {
  const { state, attempt, outcome, pullRequest } = record;
  const reason = outcome === undefined ? undefined : reasonOf(outcome);
  const seconds = secondsToPullRequest(record);
  return {
    ...found,
    state,
    attempt,
    ...(outcome === undefined ? {} : { outcome: outcome.kind }),
    ...(reason === undefined ? {} : { reason }),
    ...(pullRequest === undefined ? {} : { pullRequest: pullRequest.number }),
    ...(seconds === null ? {} : { secondsToPullRequest: seconds }),
  };
}

/** A patch as the index takes it in from its record. */
export function adoptedPatch(
  { repository, id }: PatchName,
  { digest, title, sender, receivedAt }: PatchRecord,
  record: SeenRecord,
): AdoptedPatch & { readonly record: SeenRecord } {
  return { repository, id, digest, title, sender, receivedAt, record };
}

/** Why an outcome is what it is, in one word for statistics; absent where its kind says it. */
export function reasonOf(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'refused':
      return outcome.refusals[0]?.code ?? 'unknown';
    case 'conflict':
      return outcome.reason;
    case 'halted':
      return 'locked';
    case 'no_change':
      return 'no_change';
    default:
      return undefined;
  }
}

/** From the delivery to the end of the publish step; null where there is no pull request, or nobody can tell. */
function secondsToPullRequest({ pullRequest, receivedAt, steps }: PatchRecord): number | null {
  const published = steps.findLast(({ stage }) => stage === 'publish');
  if (pullRequest === undefined || published === undefined) {
    return null;
  }
  const end = new Date(published.at).getTime() / 1000 + published.seconds;
  const seconds = end - new Date(receivedAt).getTime() / 1000;
  return seconds >= 0 ? seconds : null;
}
