import type { Oid } from '../ports.ts';
import type { Ledger, LedgerCommit } from './ports.ts';

/**
 * What is found first at a commit or behind it, along first parents: people commit on top of ours, and merge the base
 * branch into that. Nothing is looked for at the patch's base, nor behind it. null: it is not there.
 */
export async function findBehind<Found>(
  { ledger }: { readonly ledger: Pick<Ledger, 'commit'> },
  { head, base }: { readonly head: Oid; readonly base: Oid | undefined },
  look: (commit: LedgerCommit) => Promise<Found | null> | Found | null,
): Promise<Found | null> {
  let next: Oid | undefined = head;
  for (let left = MOST_ON_TOP; next !== undefined && next !== base && left >= 0; left -= 1) {
    const commit: LedgerCommit | null = await ledger.commit(next);
    const found = commit === null ? null : await look(commit);
    if (found !== null) {
      return found;
    }
    next = commit?.parents[0];
  }
  return null;
}

/** Commits of people; each takes a request. */
const MOST_ON_TOP = 20;
