import { listRecords } from '../stages/control/records.ts';
import type { IntakeContext } from '../stages/intake/context.ts';
import { seenRecord } from '../stages/intake/seen.ts';
import { isAbout } from '../stages/intake/status.ts';
import type { Feed } from './feed.ts';
import type { Follower } from './follow.ts';
import type { Targets } from './targets.ts';

/** Finds patches that came another way than through this server, or before its store was lost. */
export type Indexer = {
  /** Something happened there; many calls for the same repository are one look. */
  want(repository: string): void;
  /** Looks through the records of those that are wanted, but for those that were looked at a moment ago. */
  indexWanted(): Promise<void>;
  /** Looks through all repositories in which the App is installed. */
  indexAll(): Promise<void>;
};

export function createIndexer(context: IntakeContext, { targets, follower, feed }: Sources): Indexer {
  const rests = new Map<string, number>();
  const wanted = new Set<string>();
  const index = async (repository: string): Promise<void> => {
    wanted.delete(repository);
    rests.set(repository, performance.now() + REST_AFTER_FAILURE_MS);
    const records = await indexRecords(context, follower, repository).catch((error: unknown) => {
      wanted.add(repository);
      throw error;
    });
    feed.wake();
    rests.set(repository, performance.now() + Math.max(REST_MS, records * REST_MS_PER_RECORD));
  };
  return {
    want: (repository) => void wanted.add(repository),
    indexWanted: async () => {
      for (const repository of wanted) {
        if (performance.now() >= (rests.get(repository) ?? 0)) {
          await index(repository);
        }
      }
    },
    indexAll: async () => {
      for (const repository of await targets.installed()) {
        // One repository that can't be read must not keep the others from being looked at.
        await index(repository).catch(() => undefined);
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
const REST_AFTER_FAILURE_MS = 60_000;

/** A hundred records are one request to GitHub, of which there are some thousand an hour. */
const REST_MS_PER_RECORD = 100;

/** Gives how many records there are. */
async function indexRecords(context: IntakeContext, follower: Follower, repository: string): Promise<number> {
  const target = await context.target(repository);
  const records = target === null ? [] : await listRecords(target.control.ledger);
  const { deliveries, board } = context.store;
  // Oldest first, so that the newest patch is the newest in the index too.
  for (const listed of records.toReversed()) {
    if (!listed.ok) {
      continue;
    }
    const { id, record, at } = listed;
    const newest = await deliveries.newest({ repository, id });
    if (newest !== null && isAbout(record, newest)) {
      // By now it may be further than the list says, so that what changed is looked at anew.
      if (newest.record?.oid !== at.oid) {
        await follower.look({ repository, id });
      }
    } else if (newest === null || new Date(newest.receivedAt) < new Date(record.startedAt)) {
      const { digest, title, sender, receivedAt } = record;
      const seen = seenRecord(record, { oid: at.oid, at: at.committedAt });
      await board.adopt({ repository, id, digest, title, sender, receivedAt, record: seen });
    }
  }
  return records.length;
}
