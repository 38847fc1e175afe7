import { type PatchStatus, tabulatePatches } from '../../report/command/status.ts';
import { formatTable } from '../../report/command/terminal.ts';
import type { Listed } from '../../stages/control/records.ts';
import { jsonLine } from '../json-line.ts';
import type { Listing } from './read-patches.ts';

export type ShownListing = Listing & {
  /** Patches that are shown, the newest ones. */
  readonly limit: number;
  /** When it was looked at, ISO 8601. */
  readonly now: string;
};

/** A table for people, on a terminal of so many characters a line; nothing where there are no patches. */
export function describeListing({ now, limit, ...listing }: ShownListing, width?: number): string {
  if (!listing.ok || listing.records.length === 0) {
    return '';
  }
  const { repository: title, records } = listing;
  const patches = records.slice(0, limit).map(statusOf);
  return `${formatTable(tabulatePatches({ title, now, patches, total: records.length }), width)}\n\n`;
}

function statusOf(listed: Listed): PatchStatus {
  const recordedAt = listed.at.committedAt;
  return listed.ok
    ? { ok: true, record: listed.record, recordedAt }
    : { ok: false, id: listed.id, problem: listed.problem, recordedAt };
}

/** A line of JSON for each patch, and one with a `problem` for a repository, or a record, that can't be read. */
export function listingJson({ limit, ...listing }: ShownListing): string {
  const { repository } = listing;
  const objects = listing.ok
    ? listing.records.slice(0, limit).map((listed) => ({ repository, ...patchJson(listed) }))
    : [{ repository, problem: listing.problem }];
  return objects.map((object) => `${jsonLine(object)}\n`).join('');
}

function patchJson(listed: Listed): object {
  const recordedAt = listed.at.committedAt;
  if (!listed.ok) {
    return { id: listed.id, problem: listed.problem, recordedAt };
  }
  const { id, digest, title, sender, state, outcome, attempt, pullRequest, receivedAt } = listed.record;
  return {
    id,
    digest,
    title,
    sender,
    state,
    ...(outcome === undefined ? {} : { outcome: outcome.kind }),
    attempt,
    ...(pullRequest === undefined ? {} : { pullRequest: pullRequest.url }),
    receivedAt,
    recordedAt,
  };
}
