import type { PatchRecord } from './record.ts';

/** The label of a pull request that waits for an approval. */
export const APPROVAL_LABEL = 'ghost:needs-approval';

/**
 * Does this commit of the patch still need somebody's approval? One that was given holds for the digest and the
 * commit that it was given for, and for nothing else.
 */
export function needsApproval(
  { approval, digest }: Pick<PatchRecord, 'approval' | 'digest'>,
  sha: string | undefined,
): boolean {
  return (
    approval !== undefined &&
    !(approval.by !== undefined && approval.digest === digest && approval.sha === sha)
  );
}
