import type { Oid, Repository } from './ports.ts';

/**
 * Moves a ref whose newest commit's message is all that it says, such as control or the watch. null: somebody else
 * moved it meanwhile.
 */
export async function writeEntry(
  repository: Repository,
  entry: {
    readonly ref: string;
    /** Where the ref was read; null: it is not there yet. */
    readonly from: Oid | null;
    /** Any tree will do, and one that exists already costs no request; null: none is known. */
    readonly tree: Oid | null;
    readonly message: string;
  },
): Promise<Oid | null> {
  const { ref, from, tree, message } = entry;
  const result = await repository.write({
    commits: {
      entry: {
        tree: tree ?? { base: null, changes: [EMPTY_FILE] },
        parents: from === null ? [] : [from],
        message: () => message,
      },
    },
    refs: [{ ref, before: from, after: { commit: 'entry' } }],
  });
  return result.ok ? (result.commits['entry']?.oid ?? null) : null;
}

const EMPTY_FILE = { path: 'entry', mode: '100644', bytes: new Uint8Array() } as const;
