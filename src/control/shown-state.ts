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

/** The state as a form keeps it for whoever presses one of its buttons. */
export function formatShown({ digest, attempt, sha }: ShownState): string {
  return [digest, attempt, ...(sha === null ? [] : [sha])].join(' ');
}

/** null: it is nothing that formatShown made. */
export function parseShown(text: string): ShownState | null {
  const [, digest, attempt, sha = null] = FORM.exec(text) ?? [];
  return digest === undefined ? null : { digest, attempt: Number(attempt), sha };
}

const FORM = /^([0-9a-f]{64}) (\d{1,9})(?: ([0-9a-f]{40,64}))?$/;

export function isStillShown(record: PatchRecord, shown: ShownState): boolean {
  const now = shownState(record);
  return now.digest === shown.digest && now.attempt === shown.attempt && now.sha === shown.sha;
}
