import type { PatchRecord } from '../record/record.ts';
import { asReplaced } from '../report/status.ts';
import type { CommitStatus, Forge, Oid, PullRequestState } from './ports.ts';

/** What the warning begins with where GitHub did not take a status. */
export const STATUS_UNSAID = 'The commit status was not set';

/**
 * Sets the status of a patch's commit. The commit on which named commands made it waits too, and so do those of attempts
 * that died on their way, which are told first.
 */
export async function sayStatus(
  forge: Forge,
  told: {
    readonly sha: Oid;
    readonly record: Pick<PatchRecord, 'generated' | 'replaced'>;
    readonly status: CommitStatus;
  },
): Promise<void> {
  const { sha, record, status } = told;
  await sayReplaced(forge, told);
  for (const commit of new Set([record.generated?.onto ?? sha, sha])) {
    await forge.setStatus(commit, status);
  }
}

/**
 * Ends what earlier attempts left waiting. `sha`, where there is one, is told by itself: within a second, another attempt
 * makes the same commit.
 */
export async function sayReplaced(
  forge: Forge,
  told: { readonly sha?: Oid; readonly record: Pick<PatchRecord, 'replaced'>; readonly status: CommitStatus },
): Promise<void> {
  for (const commit of (told.record.replaced ?? []).filter((one) => one !== told.sha)) {
    await forge.setStatus(commit, asReplaced(told.status));
  }
}

/**
 * The commit whose status says what became of a patch; undefined: none. What a later attempt made of a branch that was
 * merged before is not what was merged, and must not look so.
 */
export function spokenOf(
  { head, withdrawn, outcome }: PatchRecord,
  pullRequest: Pick<PullRequestState, 'head'> | null,
): Oid | undefined {
  const sha = head ?? withdrawn;
  return outcome?.kind === 'merged' && pullRequest?.head !== sha ? undefined : sha;
}
