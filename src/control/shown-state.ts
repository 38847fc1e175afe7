import type { PatchRecord } from '../record/record.ts';

/**
 * The state of a patch that somebody had before their eyes when they pressed a button. What they ask for is about that
 * state and no other.
 */
export type ShownState = {
  readonly digest: string;
  readonly attempt: number;
  /** Head of the branch as it was published; null: none was yet. */
  readonly sha: string | null;
};

export function shownState({ digest, attempt, head }: PatchRecord): ShownState {
  return { digest, attempt, sha: head ?? null };
}

export function isStillShown(record: PatchRecord, shown: ShownState): boolean {
  const now = shownState(record);
  return now.digest === shown.digest && now.attempt === shown.attempt && now.sha === shown.sha;
}
