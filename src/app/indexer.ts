import { RECORD_REFS } from '../record/record.ts';
import { type Listed, readListed } from '../stages/control/records.ts';
import type { AdoptedPatch } from '../stages/intake/board.ts';
import type { IntakeContext } from '../stages/intake/context.ts';
import { adoptedPatch, seenRecord } from '../stages/intake/seen.ts';
import { claimOf, type RecordClaim, tellsOf, wentBack } from '../stages/intake/status.ts';
import type { Delivery, SeenRecord } from '../stages/intake/store.ts';
import type { Feed } from './feed.ts';
import type { Follower } from './follow.ts';
import { createPace } from './pace.ts';
import type { Targets } from './targets.ts';

/** Finds patches that came another way than through this server, or before its store was lost. */
export type Indexer = {
  /** Something happened there; many calls for the same repository are one look. */
  want(repository: string): void;
  /** Looks through the records of those that are wanted, but for those that were looked at a moment ago. */
  indexWanted(): Promise<void>;
  /** Looks through all repositories in which the App is installed; where an account has very many, some have to wait. */
  indexAll(): Promise<void>;
};

export function createIndexer(context: IntakeContext, { targets, follower, feed }: Sources): Indexer {
  const rests = new Map<string, number>();
  const wanted = new Set<string>();
  const pace = createPace({ ...INDEX_PACE, now: () => performance.now() });
  const index = async (repository: string): Promise<void> => {
    wanted.delete(repository);
    pace.pay(repository, 1);
    rests.set(repository, performance.now() + REST_AFTER_FAILURE_MS);
    const records = await indexRecords(context, follower, repository).catch((error: unknown) => {
      wanted.add(repository);
      throw error;
    });
    feed.wake();
    pace.pay(repository, Math.floor(records / RECORDS_PER_REQUEST));
    rests.set(repository, performance.now() + Math.max(REST_MS, records * REST_MS_PER_RECORD));
  };
  return {
    want: (repository) => void wanted.add(repository),
    indexWanted: async () => {
      for (const repository of wanted) {
        if (performance.now() >= (rests.get(repository) ?? 0) && pace.isOpen(repository)) {
          await index(repository);
        }
      }
    },
    indexAll: async () => {
      for (const repository of await targets.installed()) {
        if (pace.isOpen(repository)) {
          // One repository that can't be read must not keep the others from being looked at.
          await index(repository).catch(() => undefined);
        } else {
          wanted.add(repository);
        }
      }
    },
  };
}

type Sources = {
  readonly targets: Pick<Targets, 'installed'>;
  readonly follower: Follower;
  readonly feed: Feed;
};

/** Milliseconds between two looks at the same repository. */
const REST_MS = 5_000;

/** Milliseconds until a repository that could not be read is tried again. */
const REST_AFTER_FAILURE_MS = 15_000;

/** A hundred records are one request to GitHub, of which there are some thousand an hour. */
const REST_MS_PER_RECORD = 100;
const RECORDS_PER_REQUEST = 100;

/**
 * A fifth of what GitHub grants an account, which may have many repositories in which something happens all the time;
 * some two hundred requests may come at once.
 */
const INDEX_PACE = { msPerRequest: 3_600, aheadMs: 720_000 };

/** Gives how many records there are. */
async function indexRecords(context: IntakeContext, follower: Follower, repository: string): Promise<number> {
  const target = await context.target(repository);
  const found: Found[] = [];
  let records = 0;
  await target?.control.ledger.each(RECORD_REFS, (at) => {
    records += 1;
    const listed = readListed(at);
    if (listed.ok) {
      found.push(foundIn(repository, listed));
    }
  });
  // Oldest first, so that the newest patch is the newest in the index too.
  found.sort(({ adopted: one }, { adopted: other }) => (one.record.at < other.record.at ? -1 : 1));
  for (let from = 0; from < found.length; from += AT_ONCE) {
    await indexSome(context, follower, found.slice(from, from + AT_ONCE));
  }
  return records;
}

/** Records that the store is asked for, and takes in, at the same time. */
const AT_ONCE = 50;

/** What the index needs of a record. There may be thousands, and a whole one holds texts. */
type Found = {
  readonly adopted: AdoptedPatch & { readonly record: SeenRecord };
  readonly claim: RecordClaim;
};

function foundIn(repository: string, { id, record, at }: Extract<Listed, { readonly ok: true }>): Found {
  const seen = seenRecord(record, { oid: at.oid, at: at.committedAt });
  return { adopted: adoptedPatch({ repository, id }, record, seen), claim: claimOf(record) };
}

async function indexSome(
  { store: { deliveries, board } }: IntakeContext,
  follower: Follower,
  found: readonly Found[],
): Promise<void> {
  const known = await Promise.all(found.map(({ adopted }) => deliveries.newest(adopted)));
  const adopting: Promise<boolean>[] = [];
  const changed: AdoptedPatch[] = [];
  for (const [index, { adopted, claim }] of found.entries()) {
    const newest = known[index] ?? null;
    if (isFollowed(claim, newest)) {
      if (newest?.record?.oid !== adopted.record.oid) {
        changed.push(adopted);
      }
    } else if (newest === null || new Date(newest.receivedAt) < new Date(claim.startedAt)) {
      adopting.push(board.adopt({ ...adopted, after: newest?.seq ?? 0 }));
    }
  }
  await Promise.all(adopting);
  // By now they may be further than the list says, so that they are looked at anew.
  for (const { repository, id, record } of changed) {
    await follower.look({ repository, id }, record?.oid);
  }
}

/**
 * Nothing new came: it tells of the newest delivery, or again of one before it, or of the one that its pull request shows,
 * whatever somebody else had GitHub work on since.
 */
function isFollowed(claim: RecordClaim, newest: Delivery | null): boolean {
  return newest === null
    ? claim.shows !== null
    : tellsOf(claim, newest) || wentBack(claim, newest) || claim.shows === newest.digest;
}
