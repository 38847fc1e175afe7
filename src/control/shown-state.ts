import type { PatchRecord } from '../record/record.ts';

/**
 * The state of a patch that somebody had before their eyes when they asked for something. What they ask for is about
 * that state and no other.
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

/** What a program or a command line says of the state: only what was given, and nothing where that is nothing. */
export function statedState({
  head,
  digest,
}: {
  readonly head?: string | undefined;
  readonly digest?: string | undefined;
}): { readonly shown?: Partial<ShownState> } {
  const shown = { ...(head === undefined ? {} : { sha: head }), ...(digest === undefined ? {} : { digest }) };
  return Object.keys(shown).length === 0 ? {} : { shown };
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

/** Whoever says of a part only what they saw means whatever stands in the others; who says nothing, whatever stands there. */
export function isStillShown(record: PatchRecord, shown: Partial<ShownState> = {}): boolean {
  const { digest, attempt, sha } = { ...shownState(record), ...shown };
  const now = shownState(record);
  return now.digest === digest && now.attempt === attempt && now.sha === sha;
}

/** The same while something is done: what was shown without a commit may have got one meanwhile, and is no other for that. */
export function isNoOther(record: PatchRecord, { sha, ...shown }: Partial<ShownState> = {}): boolean {
  return isStillShown(record, sha == null ? shown : { ...shown, sha });
}
