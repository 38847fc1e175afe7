import { Buffer } from 'node:buffer';
import { sha256 } from '../../patch/digest.ts';
import { parseJson } from '../../patch/json-text.ts';
import { inboxRef } from '../../patch/refs.ts';
import { PATCH_FILE } from '../../record/record.ts';
import type { Oid } from '../ports.ts';
import type { ControlContext } from './context.ts';

/** A patch to be sent. `commit` is one whose tree holds this very text as patch.json, where there is one. */
export type Kept = { readonly id: string; readonly text: string; readonly commit?: Oid };

/**
 * Sends a patch through the front door: inline where it fits, else by reference. What is on record needs no copy for
 * that, because the record's commit holds the very bytes.
 */
export async function dispatchKept(
  { repository, runs }: Pick<ControlContext, 'repository' | 'runs'>,
  kept: Kept,
  { retry = false }: { readonly retry?: boolean } = {},
): Promise<void> {
  const patch = patchOf(kept.text);
  const named = { id: nameOf(patch) ?? kept.id, ...(retry ? { retry } : {}) };
  const inline = { ...named, patch };
  if (new TextEncoder().encode(JSON.stringify(inline)).length <= MAX_INLINE_BYTES) {
    return runs.dispatch(inline);
  }
  const digest = sha256(kept.text);
  const ref = inboxRef(digest);
  // The ref is named for its content, so finding it there already is as good as writing it.
  await repository.write({
    commits: kept.commit === undefined ? { inbox: inboxCommit(kept) } : {},
    refs: [{ ref, before: null, after: kept.commit ?? { commit: 'inbox' } }],
  });
  return runs.dispatch({ ...named, ref, sha256: digest });
}

/** GitHub refuses a `client_payload` of 64 KB; what comes near it travels by reference. */
const MAX_INLINE_BYTES = 60_000;

/** A text that is no JSON is sent as the text that it is, and refused once more for the same reason. */
function patchOf(text: string): unknown {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}

/** The id as the patch itself has it: the one beside it must be the same, and the record only keeps its slug. */
function nameOf(patch: unknown): string | null {
  return typeof patch === 'object' && patch !== null && 'id' in patch && typeof patch.id === 'string'
    ? patch.id
    : null;
}

function inboxCommit({ id, text }: Kept) {
  return {
    tree: { base: null, changes: [{ path: PATCH_FILE, mode: '100644' as const, bytes: Buffer.from(text) }] },
    parents: [],
    message: () => `Patch ${id} for Ghost Runner\n`,
  };
}
