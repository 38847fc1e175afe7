import { createLedger } from '../../io/github/ledger.ts';
import { type Listed, listRecords } from '../../stages/control/records.ts';
import { parsePlace } from '../dispatch.ts';
import type { Found } from './find-repositories.ts';

/** What one repository has: every patch, newest first, or why that can't be told. */
export type Listing = { readonly repository: string } & (
  | { readonly ok: true; readonly records: readonly Listed[] }
  | { readonly ok: false; readonly problem: string }
);

/** Reads a few repositories side by side, and gives them in the order in which they were asked for. */
export async function* readPatches(wanted: readonly Found[]): AsyncGenerator<Listing> {
  const begun: Promise<Listing>[] = [];
  for (const [index, found] of wanted.entries()) {
    begun.push(readOne(found));
    if (index >= AT_ONCE - 1) {
      const oldest = begun.shift();
      if (oldest !== undefined) yield await oldest;
    }
  }
  for (const listing of begun) yield await listing;
}

/** More at once would run into GitHub's secondary limit. */
const AT_ONCE = 4;

async function readOne(found: Found): Promise<Listing> {
  const { repository } = found;
  if ('problem' in found) {
    return { repository, ok: false, problem: found.problem };
  }
  try {
    const ledger = createLedger({ octokit: found.octokit, ...parsePlace(repository) });
    return { repository, ok: true, records: await listRecords(ledger) };
  } catch (error) {
    return { repository, ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
