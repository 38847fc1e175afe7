import { formatWatchEntry, WATCH_REF, type WatchEntry } from '../../record/watch-entry.ts';
import type { Oid } from '../ports.ts';
import type { WatchContext } from './context.ts';
import type { Facts } from './facts.ts';

export const EMPTY_ENTRY: WatchEntry = { version: 1, incidents: [] };

/** The entry as this pass holds it. */
export type Held = { readonly commit: Oid; readonly entry: WatchEntry };

/**
 * Takes the right to have effects that no ref can guard: messages, comments, issues, dispatches. Whoever comes second
 * gets the time until which another pass may be at work; a pass that died holds it no longer than it could have run.
 */
export async function takeLease(
  context: WatchContext,
  facts: Pick<Facts, 'watch' | 'tree' | 'now'>,
  next: WatchEntry,
): Promise<Held | { readonly busyUntil: string }> {
  const { now, watch } = facts;
  const run = context.run.url || 'local';
  const until = new Date(now.getTime() + LEASE_MINUTES * 60_000).toISOString();
  const held = watch.entry?.lease;
  // One that ends later than any pass could was taken by a clock that was wrong, or by hand, and would hold for ever.
  const holds = held !== undefined && held.until > now.toISOString() && held.until <= until;
  if (holds && held.run !== run) {
    return { busyUntil: held.until };
  }
  const entry: WatchEntry = { ...next, lease: { run, until } };
  const commit = await writeEntry(context, { from: watch.commit, tree: facts.tree, entry });
  return commit === null ? { busyUntil: until } : { commit, entry };
}

/** Writes what the pass came to, and lets go. Where somebody else moved the ref meanwhile, theirs stays. */
export async function releaseLease(
  context: WatchContext,
  held: Held,
  facts: Pick<Facts, 'tree'>,
  entry: WatchEntry,
): Promise<boolean> {
  const { lease: _, ...released } = entry;
  const from = { oid: held.commit };
  return (await writeEntry(context, { from, tree: facts.tree, entry: released })) !== null;
}

/** As long as the job may run. */
const LEASE_MINUTES = 15;

/** null: somebody else moved the ref. */
async function writeEntry(
  { repository }: WatchContext,
  {
    from,
    tree,
    entry,
  }: {
    readonly from: { readonly oid: Oid } | null;
    readonly tree: Oid | null;
    readonly entry: WatchEntry;
  },
): Promise<Oid | null> {
  const result = await repository.write({
    commits: {
      watch: {
        // The entry lives in the message; any tree will do, and one that exists already costs no request.
        tree: tree ?? { base: null, changes: [EMPTY_FILE] },
        parents: from === null ? [] : [from.oid],
        message: () => formatWatchEntry(entry),
      },
    },
    refs: [{ ref: WATCH_REF, before: from?.oid ?? null, after: { commit: 'watch' } }],
  });
  return result.ok ? (result.commits['watch']?.oid ?? null) : null;
}

const EMPTY_FILE = { path: 'watch', mode: '100644', bytes: new Uint8Array() } as const;
