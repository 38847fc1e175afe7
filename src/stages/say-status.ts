import type { PatchRecord } from '../record/record.ts';
import type { CommitStatus, Forge, Oid } from './ports.ts';

/**
 * Sets the status of a patch's commit. The commit on which named commands made it waits too, and is told first, so that
 * whoever finds the newer one told knows that both are.
 */
export async function sayStatus(
  forge: Forge,
  told: { readonly sha: Oid; readonly record: Pick<PatchRecord, 'generated'>; readonly status: CommitStatus },
): Promise<void> {
  const { sha, record, status } = told;
  for (const commit of new Set([record.generated?.onto ?? sha, sha])) {
    await forge.setStatus(commit, status);
  }
}
