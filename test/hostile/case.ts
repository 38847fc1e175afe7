import type { RefusalCode } from '../../src/patch/refusal.ts';

/** A delivery that is made to do harm, and exactly what must become of it. */
export type PatchCase = {
  readonly name: string;
  /** The payload of the dispatch; a text stands as it is typed into the form. */
  readonly payload: () => unknown;
  readonly expected: Expected;
  /** What must stand in nothing that is shown or kept. */
  readonly secret?: string;
  /** What the repository's config says beside the test command. */
  readonly config?: string;
  /** Bytes at a ref of the repository, for patches by reference. */
  readonly inbox?: { readonly ref: string; readonly bytes: string | Uint8Array };
};

export type Expected =
  /** The code that it is refused with, or all of several; `rules`: those of the policy that it breaks. */
  | { readonly refused: RefusalCode | readonly RefusalCode[]; readonly rules?: readonly string[] }
  /** It waits for an approval, for the reason that this rule names. */
  | { readonly reviewed: string }
  /** It does this and nothing else: texts by path, null for what is gone. */
  | { readonly harmless: { readonly [path: string]: string | null } };

/** A change as it is sent, in a patch of its own. */
export type SentChange = { readonly kind: string; readonly [field: string]: unknown };

export function patchOf(...changes: readonly SentChange[]): () => unknown {
  return () => ({ patch: { version: 1, changes } });
}

/** A file that the patch writes, where the path is what matters. */
export function written(path: string): () => unknown {
  return patchOf({ kind: 'write', path, content: 'x\n' });
}

export function diffed(...lines: readonly string[]): () => unknown {
  return patchOf({ kind: 'diff', diff: `${lines.join('\n')}\n` });
}
