import { formatWatchEntry, WATCH_REF, type WatchEntry } from '../../record/watch-entry.ts';
import type { Oid } from '../ports.ts';
import { writeEntry } from '../write-entry.ts';
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
  const from = watch.commit?.oid ?? null;
  const commit = await write(context, { from, tree: facts.tree, entry });
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
  return (await write(context, { from: held.commit, tree: facts.tree, entry: released })) !== null;
}

/** As long as the job may run. */
const LEASE_MINUTES = 15;

async function write(
  { repository }: WatchContext,
  { entry, ...place }: { readonly from: Oid | null; readonly tree: Oid | null; readonly entry: WatchEntry },
): Promise<Oid | null> {
  return await writeEntry(repository, { ref: WATCH_REF, message: formatWatchEntry(entry), ...place });
}
